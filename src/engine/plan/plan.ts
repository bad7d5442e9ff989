import type { Bytes, Seconds } from '../text/units.ts';

/** Which limit decides a pool's size. */
export type BindingBound = 'memory' | 'memoryLimit' | 'cpu' | 'demand' | 'none';

export interface PoolPlan {
  readonly name: string;
  readonly pm: 'static' | 'dynamic' | 'ondemand';
  /** null: nothing known that could size it; the present value stays. */
  readonly maxChildren: number | null;
  readonly startServers: number | null;
  readonly minSpareServers: number | null;
  readonly maxSpareServers: number | null;
  readonly maxRequests: number | null;
  readonly backlog: number | null;
  readonly bounds: {
    readonly memory: number | null;
    readonly memoryLimit: number | null;
    readonly cpu: number | null;
    readonly demand: number | null;
    readonly binding: BindingBound;
  };
  /** One line of arithmetic per number: "(16 GiB − 4 GiB) / 50 MiB = 245 workers". */
  readonly because: readonly string[];
}

export interface BufferPlan {
  readonly bufferSize: Bytes;
  readonly buffers: { readonly number: number; readonly size: Bytes };
  readonly busyBuffersSize: Bytes;
}

export interface PathPlan {
  /** The location's label, `location ~ \.php$`. */
  readonly location: string;
  readonly path: string;
  readonly line: number;
  readonly pool: string | null;
  readonly longestRequest: { readonly seconds: Seconds; readonly assumed: boolean };
  readonly maxExecutionTime: Seconds | null;
  readonly requestTerminateTimeout: Seconds | null;
  readonly readTimeout: Seconds | null;
  readonly buffers: BufferPlan | null;
  readonly because: readonly string[];
}

export interface Plan {
  readonly pools: readonly PoolPlan[];
  readonly paths: readonly PathPlan[];
}
