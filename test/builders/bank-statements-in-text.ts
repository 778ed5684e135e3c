/** Sound statements of our own making, one for each layout that is read without being taught, beside KlikBCA Bisnis (`BANK`). */
export const STATEMENTS: readonly { name: string; text: string }[] = [
  {
    name: 'mutasi-bca-individual.csv',
    text: `Account No.,=,'0987654321
Name,=,RATNA SARI
Currency,=,IDR

Date,Description,Branch,Amount,,Balance
'03/11,TRSF E-BANKING DB 0311/FTSCY/WS95 TOKO KAIN, BENANG, DLL,'0000,1250000.00,DB,3750000.00
'05/11,KR OTOMATIS SHOPEE,'0000,2000000.00,CR,5750000.00
'09/11,BIAYA ADM,'0000,15000.00,DB,5735000.00
Starting Balance,=,5000000.00
Credit,=,2000000.00
Debet,=,1265000.00
Ending Balance,=,5735000.00
`,
  },
  {
    name: 'mutasi-mandiri-kopra.csv',
    text: `AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance
1370012345678;IDR;01 November 2026 07:40:58;Transfer dari SHOPEE INTERNATIONAL;PENCAIRAN;8000000.00;0.00;9500000.00
1370012345678;IDR;02 November 2026 18:05:00;BIAYA ADM;-;0.00;12500.00;9487500.00
1370012345678;IDR;07 November 2026 10:00:00;PLN PREPAID;-;0.00;302500.00;9185000.00
`,
  },
  {
    name: 'mutasi-mandiri-lama.csv',
    text: `Account No,Date,Val. Date,Transaction Code,Description,Description,Reference No.,Debit,Credit
1370012345678,03/11/26,03/11/26,7001,SETOR TUNAI,CABANG JEPARA,FT1234,,"1.500.000,00"
1370012345678,04/11/26,04/11/26,7002,TARIK TUNAI,ATM,FT1235,"250.000,00",""
`,
  },
  {
    name: 'mutasi-bri.csv',
    text: `ID,NOREK,TGL_TRAN,JAM_TRAN,DESK_TRAN,SALDO_AWAL_MUTASI,MUTASI_DEBET,MUTASI_KREDIT,SALDO_AKHIR_MUTASI,TRREMK,REMARK_CUSTOM
1,001201000123301,2026-11-03 00:00:00,3153,BRIMO BUDI,1000000.00,0.00,250000.00,1250000.00,,TITIPAN
2,001201000123301,2026-11-03 00:00:00,154210,BIAYA ADM,1250000.00,6500.00,0.00,1243500.00,,
3,001201000123301,2026-11-05 00:00:00,80000,PLN PREPAID,1243500.00,100000.00,0.00,1143500.00,,
`,
  },
  {
    name: 'mutasi-bni.csv',
    text: `Post Date,Value Date,Branch,Journal No.,Description,Debit,Credit,
03/11/26 09.41.05,03/11/26,0123,123456,TRANSFER DARI IBU SRI | BATIK,"0,00","175.000,00",
04/11/26 10.00.00,04/11/26,0123,123457,BIAYA TRANSFER BI-FAST,"2.500,00","0,00",
`,
  },
]
