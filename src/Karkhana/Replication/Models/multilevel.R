# Slopes among firms of one place and slopes among places: y = b0 + u_place + sum bW (x - mean of place) + sum bB (mean of place - mean) + products + e.
# lme4 with the degrees of freedom of pbkrtest (Kenward and Roger, fewer than 20 places) or lmerTest (Satterthwaite); in base R the
# restricted likelihood is maximised below. With fewer than 8 places: effects of places, errors of any variance.
# Tolerance as everywhere, but 1e-4 (degrees of freedom 1e-2) for lme4 where a slope differs between places: its search over several variances, and
# the numerical derivatives of lmerTest, stop short of that. In base R it is as everywhere.

# The columns of the model from one draw of the true scores.
columns_of <- function(set, outcome, within, between, products) {
  mean_of_place <- function(x) ave(x, set$place)
  columns <- list(outcome = set[[outcome]])
  for (term in within) columns[[paste0(term, "_within")]] <- set[[term]] - mean_of_place(set[[term]])
  for (term in between) columns[[paste0(term, "_between")]] <- mean_of_place(set[[term]]) - mean(set[[term]])
  for (pair in products) {
    columns[[paste0(pair[1], "_within_x_", pair[2], "_between")]] <-
      columns[[paste0(pair[1], "_within")]] * columns[[paste0(pair[2], "_between")]]
  }
  data.frame(columns, place = set$place, check.names = FALSE)
}

terms_of <- function(data) setdiff(names(data), c("outcome", "place"))

# Effects of places taken out; a place of one firm says nothing.
run_place_effects <- function(data) {
  data <- data[ave(seq_along(data$place), data$place, FUN = length) > 1, ]
  fit <- lm(reformulate(c(terms_of(data), "factor(place)"), "outcome"), data = data)
  X <- model.matrix(fit)
  bread <- solve(crossprod(X))
  covariance <- bread %*% crossprod(X * residuals(fit)) %*% bread * nrow(X) / fit$df.residual
  keep <- terms_of(data)
  list(estimate = coef(fit)[keep], covariance = covariance[keep, keep, drop = FALSE], df = rep(fit$df.residual, length(keep)))
}

run_lme4 <- function(data, slope, small) {
  random <- if (is.null(slope)) "(1 | place)" else paste0("(1 + ", slope, "_within | place)")
  model <- reformulate(c(terms_of(data), random), "outcome")
  fit <- suppressMessages(suppressWarnings(lmerTest::lmer(model, data = data, REML = TRUE, control = lme4::lmerControl(
    optimizer = "nlminbwrap", calc.derivs = FALSE, optCtrl = list(rel.tol = 1e-15, x.tol = 1e-12, iter.max = 1000, eval.max = 2000),
    check.conv.singular = "ignore"))))
  if (small) {
    covariance <- as.matrix(pbkrtest::vcovAdj(fit))
    names <- names(lme4::fixef(fit))
    df <- vapply(seq_along(names), function(k) {
      pbkrtest::Lb_ddf(replace(numeric(length(names)), k, 1), as.matrix(vcov(fit)), pbkrtest::vcovAdj(fit))
    }, numeric(1))
  } else {
    covariance <- as.matrix(vcov(fit))
    df <- summary(fit, ddf = "Satterthwaite")$coefficients[, "df"]
  }
  list(estimate = lme4::fixef(fit), covariance = covariance, df = unname(df))
}

# Restricted likelihood by hand. The place effects have the covariance sigma^2 L L', L lower triangular with the elements theta.
run_by_hand <- function(data, slope, small) {
  y <- data$outcome
  X <- cbind(`(Intercept)` = 1, as.matrix(data[, terms_of(data), drop = FALSE]))
  Z <- cbind(rep(1, length(y)), if (!is.null(slope)) data[[paste0(slope, "_within")]])
  rows <- split(seq_along(y), data$place)
  q <- ncol(Z)
  factor_of <- function(theta) {
    L <- matrix(0, q, q)
    L[lower.tri(L, diag = TRUE)] <- theta
    L
  }
  # Cross products with the inverse of V / sigma^2.
  crossed <- function(L) {
    A <- cbind(X, y)
    total <- crossprod(A)
    log_determinant <- 0
    for (row in rows) {
      ZL <- Z[row, , drop = FALSE] %*% L
      inner <- diag(q) + crossprod(ZL)
      half <- crossprod(ZL, A[row, , drop = FALSE])
      total <- total - crossprod(half, solve(inner, half))
      log_determinant <- log_determinant + as.numeric(determinant(inner)$modulus)
    }
    list(total = total, log_determinant = log_determinant)
  }
  p <- ncol(X)
  fit_at <- function(theta) {
    part <- crossed(factor_of(theta))
    XVX <- part$total[1:p, 1:p]
    beta <- drop(solve(XVX, part$total[1:p, p + 1]))
    squares <- part$total[p + 1, p + 1] - sum(beta * part$total[1:p, p + 1])
    sigma2 <- squares / (length(y) - p)
    list(beta = beta, XVX = XVX, sigma2 = sigma2, deviance =
      part$log_determinant + as.numeric(determinant(XVX)$modulus) + (length(y) - p) * log(sigma2))
  }
  start <- diag(q)[lower.tri(diag(q), diag = TRUE)]
  # Logarithms would not reach the edge, where the variance of places is zero.
  found <- nlminb(0.5 * start, function(theta) fit_at(theta)$deviance, lower = ifelse(start == 1, 0, -Inf),
                  control = list(rel.tol = 1e-15, x.tol = 1e-11, iter.max = 1000, eval.max = 2000))
  if (q == 1) {
    near <- optimize(function(theta) fit_at(theta)$deviance, c(max(0, found$par - 0.01), found$par + 0.01), tol = 1e-10)
    if (near$objective < found$objective) found$par <- near$minimum
  }
  fit <- fit_at(found$par)
  L <- factor_of(found$par)
  Phi <- solve(fit$XVX) * fit$sigma2
  # V is a sum of known matrices, each times a variance or covariance: sigma^2, then those of the place effects.
  parts <- list(function(z) diag(nrow(z)))
  for (i in 1:q) for (j in i:q) {
    parts[[length(parts) + 1]] <- local({
      a <- i
      b <- j
      function(z) if (a == b) tcrossprod(z[, a]) else tcrossprod(z[, a], z[, b]) + tcrossprod(z[, b], z[, a])
    })
  }
  k <- length(parts)
  P <- replicate(k, matrix(0, p, p), simplify = FALSE)
  Q <- matrix(list(), k, k)
  for (i in 1:k) for (j in 1:k) Q[[i, j]] <- matrix(0, p, p)
  traces <- matrix(0, k, k)
  squares <- matrix(0, k, k)
  pulled <- matrix(0, p, k)
  residual <- y - drop(X %*% fit$beta)
  for (row in rows) {
    z <- Z[row, , drop = FALSE]
    inverse <- solve(fit$sigma2 * (diag(length(row)) + tcrossprod(z %*% L)))
    VX <- inverse %*% X[row, , drop = FALSE]
    r <- drop(inverse %*% residual[row])
    made <- lapply(parts, function(part) part(z))
    for (i in 1:k) {
      P[[i]] <- P[[i]] - crossprod(VX, made[[i]] %*% VX)
      pulled[, i] <- pulled[, i] + drop(crossprod(VX, made[[i]] %*% r))
      for (j in 1:k) {
        Q[[i, j]] <- Q[[i, j]] + crossprod(VX, made[[i]] %*% inverse %*% made[[j]] %*% VX)
        traces[i, j] <- traces[i, j] + sum(diag(inverse %*% made[[i]] %*% inverse %*% made[[j]]))
        squares[i, j] <- squares[i, j] + sum(r * (made[[i]] %*% inverse %*% made[[j]] %*% r))
      }
    }
  }
  both <- function(of) outer(1:k, 1:k, Vectorize(of))
  within_REML <- both(function(i, j) traces[i, j] - 2 * sum(Phi * t(Q[[i, j]])) + sum(diag(Phi %*% P[[i]] %*% Phi %*% P[[j]])))
  expected <- within_REML / 2
  moved <- lapply(P, function(one) diag(Phi %*% one %*% Phi))
  covariance <- Phi
  if (small) {
    W <- solve(expected)
    middle <- matrix(0, p, p)
    for (i in 1:k) for (j in 1:k) middle <- middle + W[i, j] * (Q[[i, j]] - P[[i]] %*% Phi %*% P[[j]])
    covariance <- Phi + 2 * Phi %*% middle %*% Phi
  } else {
    W <- solve(squares - t(pulled) %*% Phi %*% pulled - expected)
  }
  df <- vapply(1:p, function(term) {
    slopes <- vapply(moved, function(one) one[term], numeric(1))
    2 * Phi[term, term]^2 / drop(slopes %*% W %*% slopes)
  }, numeric(1))
  list(estimate = setNames(fit$beta, colnames(X)), covariance = covariance, df = df)
}

# Between less within, with the error of both and the fewer degrees of freedom.
with_contextual <- function(run, both) {
  covariance <- as.matrix(run$covariance)
  for (term in both) {
    names <- paste0(term, c("_between", "_within"))
    at <- match(names, names(run$estimate))
    weights <- c(1, -1)
    run$estimate[paste0(term, "_contextual")] <- sum(weights * run$estimate[at])
    run$df <- c(run$df, min(run$df[at]))
    run$variances <- c(run$variances, drop(weights %*% covariance[at, at] %*% weights))
  }
  run$covariance <- diag(c(diag(covariance), run$variances), length(run$estimate))
  run
}

repeat_multilevel <- function(equation, outcome, terms, within, between, products = list(), slope = NULL, estimator, karkhana, title) {
  sets <- data_sets(firms, plausible, equation, c(outcome, terms))
  small <- estimator == "small_sample_mixed_model"
  by_lme4 <- estimator != "place_effects" && uses("lme4") && uses("lmerTest") && (!small || uses("pbkrtest"))
  runs <- lapply(sets, function(set) {
    data <- columns_of(set, outcome, within, between, products)
    if (estimator == "place_effects") run_place_effects(data)
    else with_contextual((if (by_lme4) run_lme4 else run_by_hand)(data, slope, small), intersect(within, between))
  })
  # What varies among firms of one place counts firms, unless its slope differs between places.
  of_firms <- setdiff(within, slope)
  counts_firms <- names(runs[[1]]$estimate) %in% paste0(of_firms, "_within") |
    grepl(paste0("^(", paste(c("", of_firms), collapse = "|"), ")_within_x_"), names(runs[[1]]$estimate))
  loose <- if (by_lme4 && !is.null(slope)) 10 else 1
  check(pool(runs, !counts_firms), karkhana, title, allowed = loose * tolerance, allowed_df = loose * tolerance_df)
}

@equations@
finish("multilevel", @count@, "equation")
