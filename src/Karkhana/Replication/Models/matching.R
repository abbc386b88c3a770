# Clustered firms beside dispersed ones that are alike: matching, balancing, cross-fitted weighting. Draws of the true scores are those of
# comparison.R. All in base R; MatchIt shows its own pairs beside them where it is installed. Standard errors of kernel matching are a
# bootstrap and are not repeated; which firms make up which part of the cross-fitting was drawn, and is told in matching.csv.

parts <- if (file.exists("matching.csv")) read_table("matching.csv")

logit_index <- function(X, y, penalty = 0) {
  # Columns in units of their spread, as the penalty is.
  centre <- colMeans(X)
  spread <- apply(X, 2, function(x) sqrt(mean((x - mean(x))^2)))
  spread[spread == 0] <- 1
  S <- cbind(1, scale(X, centre, spread))
  ridge <- penalty * c(0, rep(1, ncol(X)))
  b <- numeric(ncol(S))
  for (step in 1:100) {
    p <- plogis(drop(S %*% b))
    move <- solve(crossprod(S * (p * (1 - p)), S) + diag(ridge), crossprod(S, y - p) - ridge * b)
    b <- b + drop(move)
    if (max(abs(move)) < 1e-13) break
  }
  function(new) drop(cbind(1, scale(new, centre, spread)) %*% b)
}

ridge_line <- function(X, y, penalty) {
  centre <- colMeans(X)
  spread <- apply(X, 2, function(x) sqrt(mean((x - mean(x))^2)))
  spread[spread == 0] <- 1
  S <- scale(X, centre, spread)
  b <- solve(crossprod(S) + diag(penalty, ncol(S)), crossprod(S, y - mean(y)))
  function(new) drop(mean(y) + scale(new, centre, spread) %*% b)
}

# The spread of what the firms contribute, by place where there are places of both kinds.
error_of <- function(contributions, place) {
  sums <- if (is.null(place)) contributions else rowsum(contributions, place)
  sqrt(sum(sums^2) * length(sums) / (length(sums) - 1))
}

nearest <- function(d) {
  index <- logit_index(d$X, d$z)(d$X)
  reach <- d$caliper * sd(index)
  treated <- which(d$z == 1)
  free <- which(d$z == 0)
  difference <- rep(NA_real_, length(index))
  for (unit in treated[order(-signif(index[treated], 12), treated)]) {
    apart <- signif(abs(index[free] - index[unit]), 12)
    if (!length(free) || min(apart) > reach) next
    at <- which.min(apart)
    difference[unit] <- d$y[unit] - d$y[free[at]]
    free <- free[-at]
  }
  found <- difference[!is.na(difference)]
  list(estimate = c(clustered = mean(found)), covariance = var(found) / length(found), df = length(found) - 1)
}

by_kernel <- function(d) {
  p <- plogis(logit_index(d$X, d$z)(d$X))
  control <- d$z == 0
  height <- function(u) pmax(0, 1 - u^2)
  values <- vapply(which(d$z == 1), function(unit) {
    weight <- height((p[control] - p[unit]) / d$bandwidth)
    if (sum(weight) > 0) d$y[unit] - sum(weight * d$y[control]) / sum(weight) else NA_real_
  }, numeric(1))
  c(clustered = mean(values, na.rm = TRUE))
}

balanced <- function(d) {
  treated <- d$z == 1
  moments <- function(power) {
    S <- scale(d$X)
    binary <- apply(d$X, 2, function(x) all(x %in% c(0, 1)))
    if (power == 1 || all(binary)) S else cbind(S, S[, !binary, drop = FALSE]^2)
  }
  for (power in 2:1) {
    M <- moments(power)
    A <- t((t(M[!treated, , drop = FALSE]) - colMeans(M[treated, , drop = FALSE])) / apply(M, 2, sd))
    w <- balancing_weights(A)
    if (!is.null(w)) break
  }
  y <- d$y[!treated]
  other <- sum(w * y)
  left <- y - other
  slopes <- solve(crossprod(A * w, A), crossprod(A, w * left))
  contributions <- numeric(length(d$z))
  contributions[!treated] <- -w * (left - drop(A %*% slopes))
  contributions[treated] <- (d$y[treated] - mean(d$y[treated])) / sum(treated)
  list(estimate = c(clustered = mean(d$y[treated]) - other), covariance = error_of(contributions, d$place)^2, df = d$df)
}

cross_fitted <- function(d) {
  score <- untreated <- numeric(length(d$z))
  for (part in unique(d$part)) {
    own <- d$part == part
    score[own] <- plogis(logit_index(d$X[!own, , drop = FALSE], d$z[!own], 1)(d$X[own, , drop = FALSE]))
    rest <- !own & d$z == 0
    untreated[own] <- ridge_line(d$X[rest, , drop = FALSE], d$y[rest], 1)(d$X[own, , drop = FALSE])
  }
  kept <- score >= d$trim & score <= 1 - d$trim
  treated <- kept & d$z == 1
  control <- kept & d$z == 0
  above <- d$y - untreated
  odds <- score / (1 - score)
  of_treated <- mean(above[treated])
  of_controls <- weighted.mean(above[control], odds[control])
  contributions <- numeric(length(d$z))
  contributions[treated] <- (above[treated] - of_treated) / sum(treated)
  contributions[control] <- -odds[control] * (above[control] - of_controls) / sum(odds[control])
  list(estimate = c(clustered = of_treated - of_controls), covariance = error_of(contributions, d$place)^2, df = d$df)
}

by_MatchIt <- function(d) {
  data <- data.frame(z = d$z, d$X, check.names = FALSE)
  pairs <- MatchIt::matchit(reformulate(colnames(d$X), "z"), data = data, distance = "glm", link = "linear.logit",
                            caliper = d$caliper, std.caliper = TRUE, m.order = "largest")$match.matrix
  matched <- !is.na(pairs[, 1])
  mean(d$y[as.integer(rownames(pairs))[matched]] - d$y[as.integer(pairs[matched, 1])])
}

repeat_comparison <- function(equation, outcome, covariates, caliper, bandwidth, trim, karkhana) {
  sets <- data_sets(firms, plausible, equation, c(outcome, "clustered", covariates))
  runs_of <- lapply(seq_along(sets), function(draw) {
    set <- sets[[draw]]
    place <- ifelse(set$place == "", paste("firm", set$firm), set$place)
    both <- min(tapply(place, set$clustered, function(own) length(unique(own)))) > 1
    own <- parts[parts$equation == equation & parts$draw == draw, ]
    list(X = as.matrix(set[, covariates, drop = FALSE]), z = set$clustered, y = set[[outcome]], place = if (both) place,
         df = if (both) length(unique(place)) - 1 else Inf, part = own$part[match(set$firm, own$firm)],
         caliper = caliper, bandwidth = bandwidth, trim = trim)
  })
  ways <- list(nearest_neighbour = nearest, entropy_balancing = balanced, augmented_weighting = cross_fitted)
  ways <- ways[intersect(names(ways), rownames(karkhana))]
  found <- do.call(rbind, lapply(names(ways), function(way) {
    one <- pool(lapply(runs_of, ways[[way]]), way != "nearest_neighbour")
    rownames(one) <- way
    one
  }))
  if (!is.null(found)) check(found, karkhana[rownames(found), ], paste(outcome, "of clustered less dispersed firms"))
  if ("kernel" %in% rownames(karkhana)) check_values(
    c(kernel = mean(vapply(runs_of, by_kernel, numeric(1)))), c(kernel = karkhana["kernel", "estimate"]), "by kernel matching",
    scale = max(abs(karkhana["kernel", "estimate"]), karkhana["kernel", "std_error"]))
  if (uses("MatchIt")) try(cat("nearest neighbour by MatchIt, not checked:", mean(vapply(runs_of, by_MatchIt, numeric(1))), "\n"))
}

@equations@
finish("matching", @count@, "comparison")
