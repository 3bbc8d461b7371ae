/** 0: nothing at or above the threshold. 1: findings. 2: the request could not be carried out. Never a count. */
export type ExitCode = 0 | 1 | 2;
