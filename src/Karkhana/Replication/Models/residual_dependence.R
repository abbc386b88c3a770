# Do residuals of neighbours go together: Moran's I of the residuals of each equation over the nearest firms, with the moments that residuals of
# least squares on the same terms have. spdep where it is installed; in base R by traces.

residuals_of <- read_table("residual_dependence.csv")
neighbours <- @neighbours@

# One row per firm, each row adding up to 1. Of two firms equally far the first in the list is the nearer.
weights_of <- function(data) {
  distance <- round(as.matrix(dist(data[, c("x_km", "y_km")])), 9)
  diag(distance) <- Inf
  W <- matrix(0, nrow(data), nrow(data))
  for (firm in seq_len(nrow(data))) W[firm, order(distance[firm, ])[seq_len(neighbours)]] <- 1 / neighbours
  W
}

moran_by_hand <- function(fit, W) {
  e <- residuals(fit)
  n <- length(e)
  X <- model.matrix(fit)
  M <- diag(n) - X %*% solve(crossprod(X), t(X))
  MW <- M %*% W
  df <- n - ncol(X)
  factor <- n / sum(W)
  expected <- factor * sum(diag(MW)) / df
  variance <- factor^2 * (sum(MW * t(M %*% t(W))) + sum(MW * t(MW)) + sum(diag(MW))^2) / (df * (df + 2)) - expected^2
  moran <- factor * sum(e * (W %*% e)) / sum(e^2)
  c(moran = moran, expected = expected, z = (moran - expected) / sqrt(variance))
}

moran_by_spdep <- function(fit, W) {
  test <- spdep::lm.morantest(fit, spdep::mat2listw(W, style = "W"), alternative = "greater")
  c(moran = unname(test$estimate[1]), expected = unname(test$estimate[2]), z = unname(drop(test$statistic)))
}

repeat_moran <- function(equation, model, karkhana) {
  own <- residuals_of[residuals_of$equation == equation, ]
  data <- firms[match(own$firm, firms$firm), ]
  data$.residual <- own$residual
  fit <- lm(model, data = data)
  found <- (if (uses("spdep")) moran_by_spdep else moran_by_hand)(fit, weights_of(data))
  spread <- abs((karkhana["moran"] - karkhana["expected"]) / karkhana["z"])
  check_values(found, karkhana, equation, scale = c(spread, spread, max(1, abs(karkhana["z"]))))
}

@equations@
finish("residual_dependence", @count@, "test")
