/*
 * What the reference (2026-08) has and nothing here answers. A call of it is said to be not permitted, once its signature is right, where a
 * path that nobody has is a wrong signature.
 */

/** Whole parts of the API, for apps of another kind or other countries. */
const PARTS: ReadonlySet<string> = new Set([
  'add_on_deal',
  'ads',
  'bundle_deal',
  'business_insights',
  'buybox',
  'fbs',
  'first_mile',
  'follow_prize',
  'global_product',
  'livestream',
  'merchant',
  'principal',
  'sbs',
  'shop_category',
  'shop_flash_sale',
  'top_picks',
  'video',
])

const VIDEOS = 'cancel_video_upload complete_video_upload get_video_upload_result init_video_upload upload_video_part'

/** Of the parts that are answered, the calls that are not. */
const OF_PART: Record<string, string> = {
  ams: `add_all_products_to_open_campaign batch_add_products_to_open_campaign batch_edit_products_open_campaign_setting
    batch_get_products_suggested_rate batch_remove_products_open_campaign_setting create_new_targeted_campaign
    edit_affiliate_list_of_targeted_campaign edit_all_products_open_campaign_setting edit_product_list_of_targeted_campaign
    get_affiliate_performance get_auto_add_new_product_toggle_status get_campaign_key_metrics_performance
    get_content_performance get_managed_affiliate_list get_open_campaign_added_product get_open_campaign_batch_task_result
    get_open_campaign_not_added_product get_open_campaign_performance get_optimization_suggestion_product
    get_performance_data_update_time get_product_performance get_recommended_affiliate_list get_shop_performance
    get_shop_suggested_rate get_targeted_campaign_addable_product_list get_targeted_campaign_list
    get_targeted_campaign_performance get_targeted_campaign_settings get_validation_list get_validation_report
    query_affiliate_list remove_all_products_open_campaign_setting terminate_targeted_campaign
    update_auto_add_new_product_setting update_basic_info_of_targeted_campaign`,
  logistics: `batch_update_tpf_warehouse_tracking_status check_polygon_update_status create_booking_shipping_document
    create_shipping_document_job delete_address delete_special_operating_hour download_booking_shipping_document
    download_shipping_document_job download_to_label get_booking_shipping_document_data_info
    get_booking_shipping_document_parameter get_booking_shipping_document_result get_booking_shipping_parameter
    get_booking_tracking_info get_booking_tracking_number get_mart_packaging_info get_operating_hour_restrictions
    get_operating_hours get_pause_status get_shipping_document_data_info get_shipping_document_job_status set_address_config
    set_mart_packaging_info set_pause_status ship_booking update_address update_operating_hours
    update_self_collection_order_logistics update_tracking_status upload_serviceable_polygon`,
  media: VIDEOS,
  media_space: VIDEOS,
  // "estimiate" is how the reference spells it
  order: `download_fbs_invoices download_invoice_doc generate_fbs_invoices get_booking_detail get_booking_list
    get_estimiate_cancel_value get_fbs_invoices_result get_pending_buyer_invoice_order_list handle_prescription_check
    upload_invoice_doc`,
  payment: `generate_income_report generate_income_statement get_billing_transaction_info get_income_report
    get_income_statement get_item_installment_status get_payout_detail get_payout_info get_shop_installment_status
    set_item_installment_status set_shop_installment_status`,
  product: `add_kit_item add_ssp_item boost_item generate_kit_image get_aitem_by_pitem_id get_all_vehicle_list
    get_boosted_list get_direct_item_list get_direct_shop_recommended_price get_item_content_diagnosis_result
    get_item_list_by_content_diagnosis get_kit_item_info get_kit_item_limit get_main_item_list
    get_mart_item_by_outlet_item_id get_mart_item_mapping_by_id get_product_certification_rule get_size_chart_detail
    get_size_chart_list get_ssp_info get_ssp_list get_variations get_vehicle_list_by_compatibility_detail
    get_weight_recommendation link_ssp publish_item_to_outlet_shop reply_comment search_unpackaged_model_list unlink_ssp
    update_kit_item update_sip_item_price`,
  public: 'get_token_by_resend_code',
}
const CALLS: ReadonlySet<string> = new Set(
  Object.entries(OF_PART).flatMap(([part, names]) => names.split(/\s+/).map((name) => `${part}/${name}`)),
)

export const isDocumentedOnly = (path: string): boolean => PARTS.has(path.split('/')[0]!) || CALLS.has(path)
