import { createHash } from 'node:crypto'
import { z } from 'zod'
import { pictureSize } from '../../../../src-shared/kernel/picture-size.ts'
import { become, submit } from '../auditing.ts'
import { type Content, type Market, nextId, type Product, type ProductStatus, type Sku } from '../book.ts'
import { CATEGORIES, categoryOf, chainOf } from '../categories.ts'
import { flag, id, unixSeconds, wholeIn } from '../checking.ts'
import { endpoint, listed } from '../endpoint.ts'
import { contentOf, priceOf, stockOf, WantedProduct } from '../listing.ts'
import { badParameter, SaidNo } from '../said-no.ts'
import { UNSURE } from '../unsure.ts'
import { fileIn } from '../uploads.ts'
import { rupiah, said } from '../wire.ts'

const STATUSES = [
  'ALL',
  'DRAFT',
  'PENDING',
  'FAILED',
  'ACTIVATE',
  'SELLER_DEACTIVATED',
  'PLATFORM_DEACTIVATED',
  'FREEZE',
  'DELETED',
] as const
const MUST_BE_SAID = ['title', 'description', 'category_id', 'main_images', 'skus', 'package_weight'] as const
const LARGEST_FILE = 10 * 1024 * 1024
const MOST_RESULTS = 10_000

const productOf = (market: Market, productId: string): Product => {
  const product = market.book.products[productId]
  if (!product) throw new SaidNo(12052260)
  return product
}

const skuView = (market: Market, sku: Sku) => ({
  id: sku.id,
  seller_sku: sku.sellerSku,
  inventory: [
    { warehouse_id: market.book.warehouses[0]!.id, quantity: sku.available, backorder_quantity: 0, handling_time: 0 },
  ],
  price: { currency: 'IDR', tax_exclusive_price: rupiah(sku.price), sale_price: rupiah(sku.price) },
  status_info: {
    status: sku.isDeactivated ? 'DEACTIVATED' : 'NORMAL',
    ...(sku.isDeactivated ? { deactivation_source: 'SELLER' } : {}),
  },
})

/** Where a product is not listed, it has no status there. */
const platformStatuses = (product: Product) =>
  product.platforms.includes('TOKOPEDIA') ? [{ platform: 'TOKOPEDIA', status: product.status }] : []

function productView(market: Market, product: Product, content: Content) {
  const pictures = (uris: readonly string[]) =>
    uris.flatMap((uri) => {
      const image = market.book.images[uri]
      return image
        ? [{ uri, urls: [image.url], thumb_urls: [image.url], width: image.width, height: image.height }]
        : []
    })
  const brand = market.book.brands.find((each) => each.id === content.brandId)
  const category = categoryOf(content.categoryId)
  const isListed = product.platforms.includes('TIKTOK_SHOP')
  return said({
    id: product.id,
    title: content.title,
    description: content.description,
    status: isListed ? product.status : null,
    product_status: isListed
      ? product.status === 'PENDING' || product.status === 'FAILED'
        ? 'INITIAL'
        : product.status
      : null,
    audit: { status: product.audit, pre_approved_reasons: [] },
    audit_failed_reasons: product.failedReasons.map((reason) => ({
      listing_platform: 'TIKTOK_SHOP',
      position: 'product',
      reasons: [reason],
      suggestions: [],
    })),
    create_time: product.createdAt,
    update_time: product.updatedAt,
    has_draft: product.draft !== null,
    is_not_for_sale: false,
    is_cod_allowed: content.isCodAllowed,
    is_pre_owned: false,
    is_replicated: false,
    minimum_order_quantity: content.minimumOrder,
    external_product_id: content.externalId,
    product_types: [],
    brand: brand ? { id: brand.id, name: brand.name } : null,
    category_chains: chainOf(content.categoryId).map(({ id: each, isLeaf, name, parentId }) => ({
      id: each,
      is_leaf: isLeaf,
      local_name: name,
      parent_id: parentId,
    })),
    integrated_platform_statuses: platformStatuses(product),
    main_images: pictures(content.imageUris),
    package_weight: content.weight,
    package_dimensions: content.dimensions,
    product_attributes: content.attributes.map((attribute) => ({
      id: attribute.id,
      name: category?.attributes.find((each) => each.id === attribute.id)?.name ?? '',
      values: attribute.values,
    })),
    skus: content.skus.map((sku) => ({
      ...skuView(market, sku),
      ...(sku.externalId ? { external_sku_id: sku.externalId } : {}),
      sales_attributes: sku.attributes.map((attribute) =>
        said({
          id: attribute.id,
          name: attribute.name,
          value_id: attribute.valueId,
          value_name: attribute.valueName,
          sku_img: attribute.imageUri ? pictures([attribute.imageUri])[0] : null,
        }),
      ),
    })),
  })
}

const savedView = (product: Product, skus: readonly Sku[]) => ({
  product_id: product.id,
  skus: skus.map((sku) => ({
    id: sku.id,
    seller_sku: sku.sellerSku,
    sales_attributes: sku.attributes.map((attribute) => ({ id: attribute.id, value_id: attribute.valueId })),
  })),
  audit: { status: product.audit },
  warnings: [],
})

/** What a shop still lacks before it may list. */
const prerequisites = () =>
  endpoint('GET', '/product/202312/prerequisites', 'seller.product.basic', {
    answer: () => ({
      check_results: [
        'SHOP_STATUS',
        'SHOP_TAX',
        'PICKUP_WAREHOUSE',
        'RETURN_WAREHOUSE',
        'DELIVERY_OPTION',
        'BANk_ACCOUNT',
      ].map((item) => ({ check_item: item, is_failed: false, fail_reasons: [] })),
    }),
  })

/** The older version wraps each check in a text of JSON. */
const olderPrerequisites = () => {
  const passed = (id: string) => JSON.stringify({ id, name: id, check_result: { is_failed: false } })
  return endpoint('GET', '/product/202309/prerequisites', 'seller.product.basic', {
    answer: () => ({
      shop: {
        status: passed('shop_status'),
        tax_info: passed('tax_info'),
        bank_account: passed('bank_account'),
        contact_info: passed('contact_info'),
        gne: { epr: passed('epr'), product_quantity_limit: passed('product_quantity_limit') },
        logistics: {
          pickup_warehouse: passed('delivery_warehouse'),
          return_warehouse: passed('return_warehouse'),
          delivery_option: passed('logistics_service'),
          shipping_template: passed('shipping_template'),
        },
      },
    }),
  })
}

function endpointOfSearch(path: string) {
  return endpoint('POST', path, 'seller.product.basic', {
    query: z.looseObject({ page_size: wholeIn(1, 100), page_token: z.string().optional() }),
    body: z.looseObject({
      status: z.enum(STATUSES).default('ALL'),
      audit_status: z.array(z.enum(['AUDITING', 'FAILED', 'APPROVED'])).optional(),
      listing_platforms: z.array(z.enum(['TIKTOK_SHOP', 'TOKOPEDIA'])).optional(),
      return_draft_version: z.boolean().optional(),
      seller_skus: z.array(z.string()).max(10).optional(),
      sku_ids: z.array(z.string()).max(10).optional(),
      create_time_ge: unixSeconds.optional(),
      create_time_le: unixSeconds.optional(),
      update_time_ge: unixSeconds.optional(),
      update_time_le: unixSeconds.optional(),
    }),
    answer: (asked) => {
      const { market, query, body, call } = asked
      if (body.listing_platforms && body.status === 'ALL')
        throw badParameter('param body.status is invalid: ALL cannot be combined with listing_platforms')
      const rows = Object.values(market.book.products).filter(
        (product) =>
          (body.status === 'ALL' || product.status === body.status) &&
          (body.audit_status === undefined || body.audit_status.some((each) => each === product.audit)) &&
          (body.listing_platforms === undefined ||
            body.listing_platforms.every((each) => product.platforms.includes(each))) &&
          (body.return_draft_version !== true || product.draft !== null) &&
          (body.seller_skus === undefined || product.skus.some((sku) => body.seller_skus!.includes(sku.sellerSku))) &&
          (body.sku_ids === undefined || product.skus.some((sku) => body.sku_ids!.includes(sku.id))) &&
          product.createdAt >= (body.create_time_ge ?? 0) &&
          product.createdAt <= (body.create_time_le ?? Number.POSITIVE_INFINITY) &&
          product.updatedAt >= (body.update_time_ge ?? 0) &&
          product.updatedAt <= (body.update_time_le ?? Number.POSITIVE_INFINITY),
      )
      if (rows.length > MOST_RESULTS) throw new SaidNo(12052180)
      const page = listed(asked, {
        rows,
        idOf: (product) => product.id,
        by: (product) => product.createdAt,
        descending: true,
        size: query.page_size,
        token: query.page_token,
        changedAt: body.update_time_ge === undefined ? undefined : (product) => product.updatedAt,
      })
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        products: page.rows.map((product) =>
          said({
            id: product.id,
            title: product.title,
            status: product.platforms.includes('TIKTOK_SHOP')
              ? market.ground.faults.status(call.path, product.status)
              : null,
            audit: { status: product.audit, pre_approved_reasons: [] },
            create_time: product.createdAt,
            update_time: product.updatedAt,
            has_draft: product.draft !== null,
            is_not_for_sale: false,
            sales_regions: ['ID'],
            integrated_platform_statuses: platformStatuses(product),
            skus: product.skus.map((sku) => skuView(market, sku)),
          }),
        ),
      }
    },
  })
}

/** Changes many products at once; what cannot be changed is said product by product, beside the others' success. */
const inBulk = (method: 'POST' | 'DELETE', path: string, from: readonly ProductStatus[], to: ProductStatus) =>
  endpoint(method, path, 'seller.product.write', {
    body: z.looseObject({
      product_ids: z.array(z.string()).min(1).max(20),
      listing_platforms: z.array(z.enum(['TIKTOK_SHOP', 'TOKOPEDIA'])).optional(),
    }),
    answer: ({ market, body }) => {
      const refused = (productId: string, code: number) => {
        const { message } = new SaidNo(code)
        return { code, message, detail: { product_id: productId, extra_errors: [] } }
      }
      return {
        errors: body.product_ids.flatMap((productId) => {
          const product = market.book.products[productId]
          if (!product) return [refused(productId, 12052260)]
          if (product.status === to) return []
          if (!from.includes(product.status)) return [refused(productId, 12052901)]
          product.status = to
          product.updatedAt = market.now()
          if (to === 'ACTIVATE') product.audit = 'APPROVED'
          market.notify(5, 'PRODUCT_STATUS_CHANGE', {
            product_id: productId,
            status: to,
            suspended_reason: '',
            update_time: product.updatedAt,
          })
          return []
        }),
      }
    },
  })

/** A full edit says everything anew, a partial one what changes. */
const edit = (method: 'PUT' | 'POST', path: string, isPartial: boolean) =>
  endpoint(method, path, 'seller.product.write', {
    body: WantedProduct,
    answer: ({ market, params, body }) => {
      const product = productOf(market, params.product_id!)
      if (product.status === 'DELETED' || product.status === 'FREEZE') throw new SaidNo(12052901)
      if (!isPartial)
        for (const field of MUST_BE_SAID)
          if (body[field] === undefined) throw badParameter(`param body.${field} is missing`)
      const content = contentOf(market, body, product)
      if (body.listing_platforms) product.platforms = body.listing_platforms
      product.updatedAt = market.now()
      if (body.save_mode === 'AS_DRAFT') {
        product.draft = content
        return savedView(product, content.skus)
      }
      product.draft = null
      if (product.status === 'ACTIVATE' || product.status === 'SELLER_DEACTIVATED') product.underReview = content
      else {
        become(product, content)
        product.status = 'PENDING'
      }
      submit(market, product)
      return savedView(product, content.skus)
    },
  })

export const productEndpoints = [
  endpointOfSearch('/product/202309/products/search'),
  endpointOfSearch('/product/202312/products/search'),
  endpointOfSearch('/product/202502/products/search'),
  inBulk('POST', '/product/202309/products/activate', ['SELLER_DEACTIVATED', 'DRAFT'], 'ACTIVATE'),
  inBulk('POST', '/product/202309/products/deactivate', ['ACTIVATE', 'PENDING'], 'SELLER_DEACTIVATED'),
  inBulk(
    'DELETE',
    '/product/202309/products',
    ['DRAFT', 'PENDING', 'FAILED', 'ACTIVATE', 'SELLER_DEACTIVATED', 'PLATFORM_DEACTIVATED'],
    'DELETED',
  ),
  inBulk('POST', '/product/202309/products/recover', ['DELETED'], 'SELLER_DEACTIVATED'),
  // what a listing would be refused for, before it is sent
  endpoint('POST', '/product/202309/products/listing_check', 'seller.product.write', {
    body: WantedProduct,
    // no tree is named here: the category says it
    answer: ({ market, body }) => {
      const failed = (code: number, message: string) => ({
        check_result: 'FAILED',
        fail_reasons: [{ code, message }],
        warnings: {},
      })
      for (const field of MUST_BE_SAID)
        if (body[field] === undefined) return failed(36009004, `param body.${field} is missing`)
      try {
        contentOf(market, { ...body, category_version: UNSURE.categoryVersion }, null)
        return { check_result: 'PASS', fail_reasons: [], warnings: {} }
      } catch (problem) {
        if (!(problem instanceof SaidNo)) throw problem
        return failed(problem.code, problem.message)
      }
    },
  }),
  // categories whose words are in the title; nothing fits, the first leaf is proposed
  endpoint('POST', '/product/202309/categories/recommend', 'seller.product.basic', {
    body: z.looseObject({
      product_title: z.string().min(1),
      description: z.string().optional(),
      images: z.array(z.looseObject({ uri: z.string() })).optional(),
      category_version: z.enum(['v1', 'v2']).default('v1'),
      listing_platform: z.enum(['TIKTOK_SHOP', 'TOKOPEDIA']).optional(),
    }),
    answer: ({ body }) => {
      const title = body.product_title.toLowerCase()
      const leaves = CATEGORIES.filter(
        ({ isLeaf, permission, platforms }) =>
          isLeaf && permission === 'AVAILABLE' && (!body.listing_platform || platforms.includes(body.listing_platform)),
      )
      const meant = (name: string) =>
        name
          .toLowerCase()
          .split(/[^a-z]+/)
          .some((word) => word.length > 3 && title.includes(word))
      const leaf = leaves.find(({ name }) => meant(name)) ?? leaves[0]!
      return {
        leaf_category_id: leaf.id,
        categories: chainOf(leaf.id).map(({ id: each, name, isLeaf, permission }, index) => ({
          id: each,
          name,
          level: index + 1,
          is_leaf: isLeaf,
          permission_statuses: [permission],
        })),
      }
    },
  }),
  endpoint('GET', '/product/202309/products/{product_id}', 'seller.product.basic', {
    query: z.looseObject({
      return_under_review_version: flag.optional(),
      return_draft_version: flag.optional(),
      locale: z.string().optional(),
    }),
    answer: ({ market, params, query }) => {
      const product = productOf(market, params.product_id!)
      if (product.status === 'DELETED' || product.status === 'FREEZE') throw new SaidNo(12052260)
      const version = query.return_draft_version
        ? product.draft
        : query.return_under_review_version
          ? product.underReview
          : null
      return productView(market, product, version ?? product)
    },
  }),
  endpoint('POST', '/product/202309/products', 'seller.product.write', {
    body: WantedProduct,
    answer: ({ market, body, call }) => {
      const key = body.idempotency_key === undefined ? null : `${call.path} ${body.idempotency_key}`
      if (key !== null && key in market.book.answered) return market.book.answered[key]
      for (const field of MUST_BE_SAID)
        if (body[field] === undefined) throw badParameter(`param body.${field} is missing`)
      const content = contentOf(market, body, null)
      const at = market.now()
      const isDraft = body.save_mode === 'AS_DRAFT'
      const product: Product = {
        ...content,
        id: nextId(market.book, 'product'),
        status: isDraft ? 'DRAFT' : 'PENDING',
        audit: 'NONE',
        failedReasons: [],
        underReview: null,
        draft: null,
        platforms: body.listing_platforms ?? ['TIKTOK_SHOP'],
        createdAt: at,
        updatedAt: at,
        isInPromotion: false,
        share: 1,
      }
      market.book.products[product.id] = product
      if (!isDraft) submit(market, product)
      market.notify(16, 'PRODUCT_CREATION', { product_id: product.id, create_time: at })
      const answer = savedView(product, product.skus)
      if (key !== null) market.book.answered[key] = answer
      return answer
    },
  }),
  edit('PUT', '/product/202509/products/{product_id}', false),
  edit('PUT', '/product/202309/products/{product_id}', false),
  edit('POST', '/product/202509/products/{product_id}/partial_edit', true),
  edit('POST', '/product/202309/products/{product_id}/partial_edit', true),
  endpoint('POST', '/product/202309/products/{product_id}/inventory/update', 'seller.product.write', {
    body: z.looseObject({
      skus: z
        .array(
          z.looseObject({
            id,
            inventory: z
              .array(z.looseObject({ warehouse_id: z.string(), quantity: z.number().int().optional() }))
              .min(1),
          }),
        )
        .min(1)
        .max(100),
    }),
    answer: ({ market, params, body }) => {
      const product = productOf(market, params.product_id!)
      if (product.status === 'DELETED' || product.status === 'FREEZE') throw new SaidNo(12052901)
      if (product.isInPromotion) throw new SaidNo(12052393)
      const errors = body.skus.flatMap((wanted) => {
        const sku = product.skus.find((each) => each.id === wanted.id)
        try {
          if (!sku) throw new SaidNo(12052556)
          const quantity = stockOf(market, wanted.inventory)
          sku.available = UNSURE.stockUpdateSets === 'available' ? quantity : Math.max(0, quantity - sku.committed)
          return []
        } catch (problem) {
          if (!(problem instanceof SaidNo)) throw problem
          return [{ code: problem.code, message: problem.message, detail: { sku_id: wanted.id, extra_errors: [] } }]
        }
      })
      product.updatedAt = market.now()
      return { errors }
    },
  }),
  endpoint('POST', '/product/202309/products/{product_id}/prices/update', 'seller.product.write', {
    body: z.looseObject({
      skus: z
        .array(z.looseObject({ id, price: z.looseObject({ amount: z.string().optional(), currency: z.string() }) }))
        .min(1)
        .max(100),
    }),
    answer: ({ market, params, body }) => {
      const product = productOf(market, params.product_id!)
      if (product.status !== 'ACTIVATE') throw new SaidNo(12052901)
      if (product.isInPromotion) throw new SaidNo(12052393)
      // all or none: the answer has no room for the ones that failed
      const changes = body.skus.map((wanted) => {
        const sku = product.skus.find((each) => each.id === wanted.id)
        if (!sku) throw new SaidNo(12052556)
        return { sku, price: priceOf(wanted.price) }
      })
      for (const { sku, price } of changes) sku.price = price
      product.updatedAt = market.now()
      market.notify(15, 'PRODUCT_INFORMATION_CHANGE', {
        product_id: product.id,
        change_source: 'OPEN_API',
        changed_fields: ['price'],
        update_time: product.updatedAt,
      })
      return {}
    },
  }),
  endpoint('POST', '/product/202309/inventory/search', 'seller.product.basic', {
    body: z.looseObject({
      product_ids: z.array(z.string()).max(100).optional(),
      sku_ids: z.array(z.string()).max(600).optional(),
    }),
    answer: ({ market, body }) => {
      if (!body.product_ids?.length && !body.sku_ids?.length) throw badParameter('param body.product_ids is missing')
      // SKUs go before products when both are named
      const isAsked = (product: Product, sku: Sku) =>
        body.sku_ids?.length ? body.sku_ids.includes(sku.id) : body.product_ids!.includes(product.id)
      return {
        inventory: Object.values(market.book.products).flatMap((product) => {
          const skus = product.skus.filter((sku) => isAsked(product, sku))
          if (skus.length === 0) return []
          return [
            {
              product_id: product.id,
              skus: skus.map((sku) => ({
                id: sku.id,
                seller_sku: sku.sellerSku,
                total_available_quantity: sku.available,
                total_committed_quantity: sku.committed,
                total_available_inventory_distribution: {
                  in_shop_inventory: { quantity: sku.available },
                  campaign_inventory: [],
                  creator_inventory: [],
                },
                warehouse_inventory: [
                  {
                    warehouse_id: market.book.warehouses[0]!.id,
                    available_quantity: sku.available,
                    committed_quantity: sku.committed,
                  },
                ],
              })),
            },
          ]
        }),
      }
    },
  }),
  endpoint('POST', '/product/202309/images/upload', 'seller.product.write', {
    takesCipher: false,
    isMultipart: true,
    answer: async ({ market, call }) => {
      const { form, bytes } = await fileIn(call, LARGEST_FILE)
      const useCase = String(form.get('use_case') ?? 'MAIN_IMAGE')
      if (
        !['MAIN_IMAGE', 'ATTRIBUTE_IMAGE', 'DESCRIPTION_IMAGE', 'CERTIFICATION_IMAGE', 'SIZE_CHART_IMAGE'].includes(
          useCase,
        )
      )
        throw badParameter('param body.use_case is invalid')
      const size = pictureSize(bytes)
      if (!size) throw badParameter('param body.data is invalid: only JPG, JPEG, PNG, WEBP, HEIC, BMP')
      const [least, most] = useCase === 'MAIN_IMAGE' ? [300, 4000] : [100, 20_000]
      if (Math.min(size.width, size.height) < least || Math.max(size.width, size.height) > most)
        throw badParameter(`param body.data is invalid: width and height between ${least} and ${most} px`)
      const uri = `tos-sandbox-i-o3syd03w52/${createHash('sha256').update(useCase).update(bytes).digest('hex').slice(0, 32)}`
      const url = `${market.ground.url}/images/${encodeURIComponent(uri)}`
      market.book.images[uri] = { url, ...size, useCase }
      return { uri, url, ...size, use_case: useCase }
    },
  }),
  endpoint('GET', '/product/202309/categories', 'seller.product.basic', {
    query: z.looseObject({
      locale: z.string().optional(),
      keyword: z.string().optional(),
      category_version: z.enum(['v1', 'v2']).default('v1'),
      listing_platform: z.enum(['TIKTOK_SHOP', 'TOKOPEDIA']).optional(),
    }),
    answer: ({ query }) => ({
      categories: CATEGORIES.filter(
        (category) =>
          (query.listing_platform === undefined || category.platforms.includes(query.listing_platform)) &&
          (query.keyword === undefined || category.name.toLowerCase().includes(query.keyword.toLowerCase())),
      ).map(({ id: each, isLeaf, name, parentId, permission }) => ({
        id: each,
        is_leaf: isLeaf,
        local_name: name,
        parent_id: parentId,
        permission_statuses: [permission],
      })),
    }),
  }),
  endpoint('GET', '/product/202309/categories/{category_id}/attributes', 'seller.product.basic', {
    query: z.looseObject({ locale: z.string().optional(), category_version: z.enum(['v1', 'v2']).default('v1') }),
    answer: ({ params }) => ({
      attributes: leafOf(params.category_id!).attributes.map((attribute) => ({
        id: attribute.id,
        name: attribute.name,
        type: attribute.type,
        // misspelt by the API itself
        is_requried: attribute.isRequired,
        is_customizable: attribute.isCustomizable,
        is_multiple_selection: attribute.isMultiple,
        values: attribute.values,
      })),
    }),
  }),
  endpoint('GET', '/product/202309/categories/{category_id}/rules', 'seller.product.basic', {
    query: z.looseObject({ locale: z.string().optional(), category_version: z.enum(['v1', 'v2']).default('v1') }),
    answer: ({ params }) => {
      leafOf(params.category_id!)
      return {
        allowed_special_product_types: [],
        cod: { is_supported: true },
        epr: { is_required: false },
        fees: [],
        manufacturer: { is_required: false },
        responsible_person: { is_required: false },
        package_dimension: { is_required: false },
        product_certifications: [],
        size_chart: { is_supported: true, is_required: false },
      }
    },
  }),
  endpoint('GET', '/product/202309/brands', 'seller.product.basic', {
    query: z.looseObject({
      page_size: wholeIn(1, 100),
      page_token: z.string().optional(),
      brand_name: z.string().optional(),
      category_id: z.string().optional(),
      category_version: z.enum(['v1', 'v2']).optional(),
      // a flag by its type, a number by its text
      is_authorized: z.enum(['true', 'false', '1', '0']).optional(),
    }),
    answer: (asked) => {
      const { market, query } = asked
      if (query.category_id !== undefined) leafOf(query.category_id)
      const isOwnOnly = query.is_authorized === 'true' || query.is_authorized === '1'
      const rows = market.book.brands.filter(
        ({ name, isAuthorized = true }) =>
          name.toLowerCase().startsWith((query.brand_name ?? '').toLowerCase()) && (isAuthorized || !isOwnOnly),
      )
      const page = listed(asked, {
        rows,
        idOf: (brand) => brand.id,
        by: () => 0,
        size: query.page_size,
        token: query.page_token,
      })
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        brands: page.rows.map(({ id: each, name, isAuthorized = true, isFirstRank = false }) => ({
          id: each,
          name,
          // spelt so by its page
          authorized_status: isAuthorized ? 'AUTHORIZED' : 'UNAUTHORIEZD',
          brand_status: isAuthorized ? 'AVAILABLE' : 'UNAVAILABLE',
          is_t1_brand: isFirstRank,
        })),
      }
    },
  }),
  endpoint('POST', '/product/202309/brands', 'seller.product.write', {
    takesCipher: false,
    body: z.looseObject({ name: z.string().min(1).max(30) }),
    answer: ({ market, body }) => {
      const brand = { id: nextId(market.book, 'attribute'), name: body.name }
      market.book.brands.push(brand)
      return { id: brand.id }
    },
  }),
  olderPrerequisites(),
  prerequisites(),
]

function leafOf(categoryId: string) {
  const category = categoryOf(categoryId)
  if (!category) throw new SaidNo(12052023)
  if (!category.isLeaf) throw new SaidNo(12052230)
  return category
}
