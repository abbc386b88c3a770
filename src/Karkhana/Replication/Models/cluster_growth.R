# Growth of firms, by least squares with effects of firms and periods, and entries, as expected counts with effects of industries and periods,
# on the logarithms of own and other employment around them; errors clustered by place. fixest beside it where it is installed.

rows <- read_table("cluster_growth.csv")

# Rows alone in a group say nothing; of counts, neither do groups in which nothing was counted.
useful <- function(data, effects, counts) {
  repeat {
    keep <- rep(TRUE, nrow(data))
    for (effect in effects) {
      keep <- keep & ave(seq_len(nrow(data)), data[[effect]], FUN = length) > 1
      if (counts) keep <- keep & ave(data$outcome, data[[effect]], FUN = sum) > 0
    }
    if (all(keep)) return(data)
    data <- data[keep, ]
  }
}

# Takes out weighted means of all groups in turn until nothing is left to take out.
without_effects <- function(columns, groups, weights) {
  repeat {
    before <- columns
    for (group in groups) {
      total <- rowsum(weights, group)
      columns <- columns - (rowsum(columns * weights, group) / drop(total))[match(group, rownames(total)), , drop = FALSE]
    }
    if (max(abs(columns - before)) < 1e-13 * max(1, abs(columns))) return(columns)
  }
}

clustered <- function(X, residuals, weights, groups, place) {
  counted <- vapply(groups, function(group) any(tapply(place, group, function(own) length(unique(own))) > 1), logical(1))
  cost <- ncol(X) + if (!length(groups)) 0 else if (!any(counted)) 1 else
    sum(vapply(groups[counted], function(group) length(unique(group)), numeric(1))) - (sum(counted) - 1)
  n <- nrow(X)
  g <- length(unique(place))
  bread <- solve(crossprod(X * weights, X))
  list(covariance = bread %*% crossprod(rowsum(X * weights * residuals, place)) %*% bread * g / (g - 1) * (n - 1) / (n - cost), df = g - 1)
}

repeat_growth <- function(model, terms, effects, counts) {
  data <- with_logarithms(rows[rows$model == model, ], c("own", "other"))
  data <- useful(data, effects, counts)
  groups <- lapply(effects, function(effect) as.character(data[[effect]]))
  X <- as.matrix(data[, terms, drop = FALSE])
  if (!counts) {
    flat <- without_effects(cbind(log(data$outcome), X), groups, rep(1, nrow(X)))
    b <- drop(qr.coef(qr(flat[, -1, drop = FALSE]), flat[, 1]))
    errors <- clustered(flat[, -1, drop = FALSE], drop(flat[, 1] - flat[, -1, drop = FALSE] %*% b), rep(1, nrow(X)), groups, data$place)
  } else {
    # Reweighted least squares, effects taken out with the weights of each step.
    mean <- (data$outcome + base::mean(data$outcome)) / 2
    b <- rep(Inf, ncol(X))
    repeat {
      z <- log(mean) + (data$outcome - mean) / mean
      flat <- without_effects(cbind(z, X), groups, mean)
      moved <- drop(solve(crossprod(flat[, -1, drop = FALSE] * mean, flat[, -1, drop = FALSE]), crossprod(flat[, -1, drop = FALSE] * mean, flat[, 1])))
      left <- drop(flat[, 1] - flat[, -1, drop = FALSE] %*% moved)
      errors <- clustered(flat[, -1, drop = FALSE], left, mean, groups, data$place)
      mean <- exp(z - left)
      done <- max(abs(moved - b)) < 1e-11
      b <- moved
      if (done) break
    }
  }
  if (requireNamespace("fixest", quietly = TRUE)) {
    fit <- if (counts) fixest::fepois else fixest::feols
    left <- if (counts) "outcome" else "log(outcome)"
    other <- coef(fit(as.formula(paste(left, "~", paste(terms, collapse = " + "), "|", paste(effects, collapse = " + "))), data = data, notes = FALSE))
    stopifnot(all.equal(unname(other), unname(b), tolerance = 1e-5))
  }
  data.frame(estimate = b, std_error = sqrt(diag(errors$covariance)), df = errors$df, row.names = terms)
}

@equations@
finish("cluster_growth", @count@, "model")
