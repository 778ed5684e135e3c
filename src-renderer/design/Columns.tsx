import { createPolymorphicComponent, Flex, type FlexProps } from '@mantine/core'

export interface ColumnsProps extends FlexProps {
  /** How wide each is, as a grid says it. */
  of: string
}

/** Boxes beside each other in columns that keep their width in every row. */
export const Columns = createPolymorphicComponent<'div', ColumnsProps>(({ of, style, ...rest }: ColumnsProps) => (
  <Flex display="grid" style={[{ gridTemplateColumns: of }, style]} {...rest} />
))
