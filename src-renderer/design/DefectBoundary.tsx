import { Component, type ErrorInfo, type ReactNode } from 'react'
import { DefectNotice } from './DefectNotice.tsx'

export interface DefectBoundaryProps {
  children: ReactNode
  /** A changed key forgets the defect: the path of the page. */
  resetKey?: string
  /** Puts the notice into its place: a page with a title. Default: the notice alone. */
  frame?: (notice: ReactNode) => ReactNode
  /** Hands the defect to the log. */
  onDefect?: (defect: unknown, info: ErrorInfo) => void
}

interface State {
  defect: unknown
  isBroken: boolean
  resetKey: string | undefined
}

/** Catches a broken page, so that the frame and the other pages go on. */
export class DefectBoundary extends Component<DefectBoundaryProps, State> {
  override state: State = { defect: null, isBroken: false, resetKey: this.props.resetKey }

  static getDerivedStateFromError(defect: unknown): Partial<State> {
    return { defect, isBroken: true }
  }

  static getDerivedStateFromProps(props: DefectBoundaryProps, state: State): Partial<State> | null {
    if (props.resetKey === state.resetKey) return null
    return { defect: null, isBroken: false, resetKey: props.resetKey }
  }

  override componentDidCatch(defect: unknown, info: ErrorInfo) {
    this.props.onDefect?.(defect, info)
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    const notice = (
      <DefectNotice problem={this.state.defect} onRetry={() => this.setState({ defect: null, isBroken: false })} />
    )
    return this.props.frame?.(notice) ?? notice
  }
}
