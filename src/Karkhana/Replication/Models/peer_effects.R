# Is a firm's outcome associated with that of its peers, beyond the traits of both: two-stage least squares, the outcome of the peers
# instrumented by the traits of the peers' peers. AER::ivreg where it is installed, for the estimates; errors in base R.

firms <- read_table("peer_effects.csv")
ties <- read.csv("peer_ties.csv")

# Means over peers; a firm without peers has zeros.
peers <- matrix(0, nrow(firms), nrow(firms))
peers[cbind(match(ties$firm, firms$firm), match(ties$peer, firms$firm))] <- 1
alone <- rowSums(peers) == 0
G <- peers / pmax(1, rowSums(peers))

# Connected parts, whoever looks to whom.
parts_of <- function(ties) {
  part <- seq_len(nrow(ties))
  linked <- ties + t(ties) > 0
  repeat {
    least <- vapply(seq_along(part), function(i) min(part[i], part[linked[i, ]]), numeric(1))
    if (all(least == part)) return(part)
    part <- least
  }
}

repeat_peers <- function(outcome, terms, own, of_peers, part_effects, cluster) {
  X <- as.matrix(firms[, terms, drop = FALSE])
  GX <- G %*% X
  GGX <- G %*% GX
  colnames(GX) <- paste0("peers_", terms)
  y <- firms[[outcome]]
  Gy <- drop(G %*% y)
  part <- parts_of(peers)
  keep <- if (part_effects) ave(part, part, FUN = length) > 1 else rep(TRUE, length(y))
  constants <- if (part_effects) model.matrix(~ 0 + factor(part[keep])) else cbind(`(Intercept)` = rep(1, length(y)))
  dummy <- if (!part_effects && any(alone)) cbind(isolate = as.numeric(alone))
  exogenous <- cbind(constants, X[keep, own, drop = FALSE], GX[keep, paste0("peers_", of_peers), drop = FALSE], dummy)
  instruments <- cbind(exogenous, GGX[keep, , drop = FALSE])
  lagged <- matrix(Gy[keep], dimnames = list(NULL, paste0("peers_", outcome)))
  regressors <- cbind(exogenous, lagged)
  y <- y[keep]
  projected <- qr.fitted(qr(instruments, tol = 1e-10), regressors)
  estimate <- drop(solve(crossprod(projected), crossprod(projected, y)))
  names(estimate) <- colnames(regressors)
  if (uses("AER")) {
    other <- coef(AER::ivreg.fit(regressors, y, instruments))
    stopifnot(all.equal(unname(other), unname(estimate), tolerance = 1e-6))
  }
  scores <- projected * drop(y - regressors %*% estimate)
  bread <- solve(crossprod(projected))
  n <- length(y)
  if (cluster) {
    place <- firms$place[keep]
    groups <- length(unique(place))
    parts <- if (part_effects) part[keep]
    # Effects that lie within places cost nothing but one.
    nested <- part_effects && all(tapply(place, parts, function(own) length(unique(own))) == 1)
    cost <- ncol(regressors) - (if (part_effects) ncol(constants) else 0) +
      (if (!part_effects) 0 else if (nested) 1 else ncol(constants))
    covariance <- bread %*% crossprod(rowsum(scores, place)) %*% bread * groups / (groups - 1) * (n - 1) / (n - cost)
    df <- groups - 1
  } else {
    covariance <- bread %*% crossprod(scores) %*% bread * n / (n - ncol(regressors))
    df <- n - ncol(regressors)
  }
  data.frame(estimate = estimate, std_error = sqrt(diag(covariance)), df = df, row.names = names(estimate))
}

@equations@
finish("peer_effects", @count@, "regression")
