import { ProductEditor } from './ProductEditor.tsx'
import { ProductList } from './ProductList.tsx'
import { useProductAddress } from './product-address.ts'

/** Produk: the list of what is sold, and the editor of one product. */
export function ProductsPage() {
  const { address } = useProductAddress()
  return address.edit ? <ProductEditor key={address.edit} id={address.edit} /> : <ProductList />
}
