# Innovations of regions on what went into them: expected counts over all rows (Poisson), and logarithms over rows with innovations; errors
# clustered by region. glm and lm of base R.

rows <- read_table("knowledge_production.csv")

repeat_production <- function(counts, inputs, terms) {
  data <- if (counts) rows else rows[rows$innovations > 0, ]
  data <- with_logarithms(data, inputs)
  industries <- "industry" %in% names(data)
  repeat {
    if (!industries) break
    keep <- ave(data$innovations, data$industry, FUN = length) > 1 & ave(data$innovations, data$industry, FUN = sum) > 0
    if (all(keep)) break
    data <- data[keep, ]
  }
  fit <- glm(
    reformulate(c(setdiff(terms, "(Intercept)"), if (industries) "0 + industry"), if (counts) "innovations" else "log(innovations)"),
    family = if (counts) poisson() else gaussian(), data = data, control = list(epsilon = 1e-14, maxit = 200))
  X <- model.matrix(fit)
  weights <- if (counts) fitted(fit) else rep(1, nrow(X))
  left <- if (counts) data$innovations - fitted(fit) else log(data$innovations) - fitted(fit)
  bread <- solve(crossprod(X * weights, X))
  n <- nrow(X)
  g <- length(unique(data$region))
  # Effects of industries that lie within regions cost nothing but one.
  nested <- industries && all(tapply(data$region, data$industry, function(own) length(unique(own))) == 1)
  cost <- if (nested) length(terms) + 1 else ncol(X)
  covariance <- bread %*% crossprod(rowsum(X * left, data$region)) %*% bread * g / (g - 1) * (n - 1) / (n - cost)
  data.frame(estimate = coef(fit)[terms], std_error = sqrt(diag(covariance))[terms], df = g - 1, row.names = terms)
}

@equations@
finish("knowledge_production", @count@, "model")
