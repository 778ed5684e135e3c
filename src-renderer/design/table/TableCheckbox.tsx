import classes from './TableCheckbox.module.css'

export interface TableCheckboxProps {
  label: string
  isChecked: boolean
  isMixed?: boolean
  tabIndex?: number
  onToggle: () => void
}

/** A plain checkbox, drawn: forty of them must not cost a frame. */
export const TableCheckbox = ({ label, isChecked, isMixed = false, tabIndex, onToggle }: TableCheckboxProps) => (
  <input
    type="checkbox"
    className={classes.box}
    aria-label={label}
    checked={isChecked}
    tabIndex={tabIndex}
    ref={(input) => {
      if (input) input.indeterminate = isMixed
    }}
    onChange={onToggle}
  />
)
