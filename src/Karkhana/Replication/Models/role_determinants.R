# Which firms have which role: logarithms of the odds of each role against the first, by maximum likelihood.
# nnet, told to go on until nothing changes; in base R by Newton's steps.

odds_by_nnet <- function(X, role) {
  fit <- nnet::multinom(role ~ X - 1, Hess = TRUE, trace = FALSE, maxit = 10000, reltol = 1e-16, abstol = 1e-12)
  odds <- matrix(coef(fit), nlevels(role) - 1)
  list(estimate = as.vector(t(odds)), covariance = solve(fit$Hessian), df = rep(Inf, length(odds)))
}

odds_by_hand <- function(X, role) {
  others <- levels(role)[-1]
  is_role <- outer(as.character(role), others, "==")
  p <- ncol(X)
  b <- numeric(p * length(others))
  for (step in 1:100) {
    odds <- exp(X %*% matrix(b, p))
    probability <- odds / (1 + rowSums(odds))
    slope <- as.vector(crossprod(X, is_role - probability))
    information <- matrix(0, length(b), length(b))
    for (i in seq_along(others)) for (j in seq_along(others)) {
      weight <- probability[, i] * ((i == j) - probability[, j])
      information[(i - 1) * p + 1:p, (j - 1) * p + 1:p] <- crossprod(X * weight, X)
    }
    move <- solve(information, slope)
    b <- b + move
    if (max(abs(move)) < 1e-12) break
  }
  list(estimate = b, covariance = solve(information), df = rep(Inf, length(b)))
}

repeat_odds <- function(equation, roles, terms, base, others) {
  known <- read_table(roles)
  firms <- firms[firms$firm %in% known$firm, ]
  by_nnet <- uses("nnet")
  pool(lapply(data_sets(firms, plausible, equation, terms), function(set) {
    role <- factor(known$role[match(set$firm, known$firm)], levels = c(base, others))
    X <- cbind(`(Intercept)` = 1, as.matrix(set[, terms, drop = FALSE]))
    run <- (if (by_nnet) odds_by_nnet else odds_by_hand)(X, role)
    names(run$estimate) <- paste0(rep(others, each = ncol(X)), ": ", colnames(X))
    run
  }), FALSE)
}

@equations@
finish("role_determinants", @count@, "multinomial logit")
