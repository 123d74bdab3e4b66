import fc from 'fast-check'

/** Properties see the same examples in every run, so that a fault is of the change at hand; `SEED=n npm test` looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_240_531) })
