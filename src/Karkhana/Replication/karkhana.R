# What the scripts of this folder share: reading, covariances of coefficients, Rubin's rules, checks.
# The equations need sandwich and clubSandwich, and use fixest and lavaan beside them where they are installed. Other models use the
# package that is usual for them where it is installed, and base R where not.

# Largest relative difference that is let pass: plausible values are written with 7 digits.
tolerance <- 1e-5
tolerance_df <- 1e-3
options(width = 160)

# The largest differences of a script.
agreement <- new.env()
agreement$largest <- 0
agreement$largest_df <- 0

# Is a package there? Says so, once, where it is not. KARKHANA_BASE_R=1 does without packages.
uses <- function(package) {
  there <- Sys.getenv("KARKHANA_BASE_R") == "" && suppressWarnings(requireNamespace(package, quietly = TRUE))
  if (!there && !isTRUE(agreement[[package]])) cat(package, "is not used or not installed: base R takes its place\n")
  agreement[[package]] <- !there
  there
}

read_table <- function(file) {
  texts <- intersect(
    names(read.csv(file, check.names = FALSE, nrows = 1)), c("firm", "place", "equation", "role", "model", "unit", "region", "industry"))
  read.csv(file, check.names = FALSE, stringsAsFactors = FALSE, na.strings = "",
           colClasses = setNames(rep("character", length(texts)), texts), encoding = "UTF-8")
}

read_firms <- function() {
  firms <- read_table("firms.csv")
  firms$place <- ifelse(is.na(firms$place), "", firms$place)
  firms
}

# Logarithms; a row without any has the logarithm 0 and a column of its own.
with_logarithms <- function(data, amounts) {
  for (amount in amounts) {
    none <- data[[amount]] == 0
    data[[paste0("ln_", amount)]] <- ifelse(none, 0, log(ifelse(none, 1, data[[amount]])))
    if (any(none)) data[[paste0("no_", amount)]] <- as.numeric(none)
  }
  data
}

# The data sets of an equation: the firms for which all of its variables are known, once for each draw of the true scores. Firms may lack a
# variable of which missing values were drawn.
data_sets <- function(firms, plausible, equation, variables) {
  drawn <- if (is.null(plausible)) NULL else plausible[plausible$equation == equation, ]
  if (is.null(drawn) || nrow(drawn) == 0) return(list(firms[complete.cases(firms[, variables, drop = FALSE]), ]))
  measured <- intersect(setdiff(names(drawn), c("equation", "draw", "firm", "synthetic")), variables)
  measured <- measured[!vapply(measured, function(name) anyNA(drawn[[name]]), logical(1))]
  in_draws <- firms[firms$firm %in% drawn$firm, ]
  imputed <- measured[vapply(measured, function(name) anyNA(in_draws[[name]]), logical(1))]
  known <- firms[complete.cases(firms[, setdiff(variables, imputed), drop = FALSE]), ]
  lapply(split(drawn, drawn$draw), function(values) {
    stopifnot(setequal(values$firm, known$firm))
    set <- known
    set[, measured] <- values[match(known$firm, values$firm), measured]
    set
  })
}

# Conley's covariance: weights fall with distance to 0 at the cutoff; no factor for small samples.
conley <- function(fit, data, cutoff) {
  scores <- sandwich::estfun(fit)
  distance <- as.matrix(dist(data[, c("x_km", "y_km")]))
  bread <- summary(fit)$cov.unscaled
  bread %*% t(scores) %*% pmax(1 - distance / cutoff, 0) %*% scores %*% bread
}

within_places <- function(fit, data) {
  # On the rows times the roots of their weights: clubSandwich takes weights into its adjustment in another way.
  root <- sqrt(weights(fit))
  design <- root * model.matrix(fit)
  outcome <- root * model.response(model.frame(fit))
  scaled <- lm(outcome ~ 0 + design)
  covariance <- clubSandwich::vcovCR(scaled, cluster = data$place, type = "CR2")
  tests <- clubSandwich::coef_test(scaled, vcov = covariance, test = "Satterthwaite")
  list(covariance = as.matrix(covariance), df = tests[[grep("^df", names(tests))[1]]])
}

independent <- function(fit) {
  list(covariance = sandwich::vcovHC(fit, type = "HC3"), df = rep(fit$df.residual, length(coef(fit))))
}

# Conley's errors, raised term by term to the independent ones where they fall below them, with one degree of freedom less than
# there are places.
in_space <- function(fit, data, cutoff) {
  own <- independent(fit)
  places <- length(unique(data$place))
  df <- if (places >= 2) pmin(own$df, places - 1) else own$df
  spatial <- conley(fit, data, cutoff)
  positive <- diag(spatial) > 0
  raise <- ifelse(positive, sqrt(pmax(1, diag(own$covariance) / ifelse(positive, diag(spatial), 1))), 0)
  covariance <- spatial * outer(raise, raise)
  diag(covariance)[!positive] <- diag(own$covariance)[!positive]
  list(covariance = covariance, df = df)
}

run_of <- function(model, data, errors, cutoff) {
  data$.weight <- if ("weight" %in% names(data)) data$weight else 1
  environment(model) <- environment()
  fit <- lm(model, data = data, weights = .weight)
  robust <- switch(errors,
    independent = independent(fit),
    within_places = within_places(fit, data),
    in_space = in_space(fit, data, cutoff))
  if (requireNamespace("fixest", quietly = TRUE)) {
    # Another program for the coefficients; its clustered and Conley errors use other small-sample factors.
    other <- coef(fixest::feols(model, data = data, weights = ~.weight, notes = FALSE))
    stopifnot(all.equal(unname(other), unname(coef(fit)), tolerance = tolerance))
  }
  list(estimate = coef(fit), covariance = robust$covariance, df = robust$df)
}

# Rubin's rules. Degrees of freedom that count firms shrink with the share of the variance that measurement makes (Barnard and Rubin);
# those that count places do not (Satterthwaite's, of a sum of two variances). counts_places: one for all terms, or one per term.
pool <- function(runs, counts_places) {
  m <- length(runs)
  terms <- names(runs[[1]]$estimate)
  estimates <- matrix(vapply(runs, function(run) run$estimate, numeric(length(terms))), nrow = length(terms))
  variances <- matrix(vapply(runs, function(run) diag(as.matrix(run$covariance)), numeric(length(terms))), nrow = length(terms))
  within <- rowMeans(variances)
  between <- if (m > 1) (1 + 1 / m) * apply(estimates, 1, var) else 0 * within
  complete <- rowMeans(matrix(vapply(runs, function(run) as.numeric(run$df), numeric(length(terms))), nrow = length(terms)))
  share <- between / (within + between)
  imputed <- (m - 1) / share^2
  observed <- (complete + 1) / (complete + 3) * complete * (1 - share)
  of_firms <- ifelse(is.finite(complete), imputed * observed / (imputed + observed), imputed)
  of_places <- 1 / ((1 - share)^2 / complete + share^2 / (m - 1))
  data.frame(
    estimate = rowMeans(estimates), std_error = sqrt(within + between),
    df = ifelse(between > 0, pmax(1, ifelse(rep_len(counts_places, length(terms)), of_places, of_firms)), complete),
    row.names = terms)
}

repeat_equation <- function(firms, plausible, equation, model, also_known = character(), used, errors, cutoff = NA) {
  for (package in c("sandwich", "clubSandwich")) {
    if (!requireNamespace(package, quietly = TRUE)) stop("install.packages(\"", package, "\") first")
  }
  sets <- data_sets(firms, plausible, equation, c(used, also_known))
  pool(lapply(sets, run_of, model = model, errors = errors, cutoff = cutoff), errors != "independent")
}

coefficients_of <- function(text) read.table(text = text, header = TRUE, row.names = 1, check.names = FALSE)

# Notes the largest difference, and stops where one is larger than it may be.
judge <- function(title, difference, allowed, what, df = FALSE) {
  worst <- max(c(0, difference))
  if (is.na(worst) || worst > allowed) stop(title, ": ", what, " differ by ", format(worst, digits = 3), ", more than ", allowed, call. = FALSE)
  if (df) agreement$largest_df <- max(agreement$largest_df, worst)
  else agreement$largest <- max(agreement$largest, worst)
}

# Differences of two numbers that may both be infinite.
apart <- function(one, other) ifelse(one == other, 0, abs(one - other))

# Prints what R found beside what Karkhana found, and stops where they differ. An estimate near zero has no digits of its own: its
# difference is measured by its standard error where that is larger.
check <- function(repeated, karkhana, title = "", allowed = tolerance, allowed_df = tolerance_df) {
  stopifnot(setequal(rownames(repeated), rownames(karkhana)))
  repeated <- repeated[rownames(karkhana), ]
  cat("\n", title, "\n", sep = "")
  print(data.frame(
    karkhana = karkhana$estimate, in_R = repeated$estimate, difference = repeated$estimate - karkhana$estimate,
    error_karkhana = karkhana$std_error, error_in_R = repeated$std_error, difference = repeated$std_error - karkhana$std_error,
    df_karkhana = karkhana$df, df_in_R = repeated$df, row.names = rownames(karkhana), check.names = FALSE), digits = 5)
  judge(title, apart(repeated$estimate, karkhana$estimate) / pmax(abs(karkhana$estimate), karkhana$std_error), allowed, "estimates")
  judge(title, apart(repeated$std_error, karkhana$std_error) / karkhana$std_error, allowed, "standard errors")
  judge(title, apart(repeated$df, karkhana$df) / pmax(1, ifelse(is.finite(karkhana$df), karkhana$df, 1)), allowed_df, "degrees of freedom", df = TRUE)
  invisible(repeated)
}

# The same for numbers by name. scale: what a difference is measured by.
check_values <- function(repeated, karkhana, title = "", scale = max(abs(karkhana)), allowed = 3 * tolerance) {
  stopifnot(all(names(karkhana) %in% names(repeated)))
  repeated <- repeated[names(karkhana)]
  cat("\n", title, "\n", sep = "")
  print(data.frame(karkhana = karkhana, in_R = repeated, difference = repeated - karkhana, row.names = names(karkhana)), digits = 5)
  judge(title, abs(repeated - karkhana) / scale, allowed, "values")
  invisible(repeated)
}

# The last lines of a script.
finish <- function(name, count, what = "equation") {
  cat(sprintf("\n%s: %d %s\n", name, count, if (count == 1) paste(what, "agrees") else paste0(what, "s agree")))
  cat(sprintf("largest relative difference: %.2g (degrees of freedom: %.2g)\n", agreement$largest, agreement$largest_df))
}

slopes_of <- function(data, outcome, terms) {
  data$.weight <- if ("weight" %in% names(data)) data$weight else 1
  coef(lm(reformulate(terms, outcome), data = data, weights = .weight))
}

# The mean over the draws of the true scores of what is computed on each.
over_draws <- function(firms, plausible, equation, used, of) {
  runs <- lapply(data_sets(firms, plausible, equation, used), of)
  rowMeans(matrix(unlist(runs), ncol = length(runs), dimnames = list(names(runs[[1]]), NULL)))
}

# Exposure -> mediator -> outcome.
simple_parts <- function(firms, plausible, equation, used, outcome, exposure, mediators, covariates) {
  over_draws(firms, plausible, equation, used, function(data) {
    first <- slopes_of(data, mediators, c(exposure, covariates))
    last <- slopes_of(data, outcome, c(exposure, mediators, covariates))
    indirect <- unname(first[exposure] * last[mediators])
    direct <- unname(last[exposure])
    c(indirect = indirect, direct = direct, total = indirect + direct)
  })
}

# Exposure -> first mediator -> second mediator -> outcome, with all shorter ways.
serial_parts <- function(firms, plausible, equation, used, outcome, exposure, mediators, covariates) {
  over_draws(firms, plausible, equation, used, function(data) {
    first <- slopes_of(data, mediators[1], c(exposure, covariates))
    second <- slopes_of(data, mediators[2], c(exposure, mediators[1], covariates))
    last <- slopes_of(data, outcome, c(exposure, mediators, covariates))
    parts <- unname(c(
      first[exposure] * last[mediators[1]], second[exposure] * last[mediators[2]],
      first[exposure] * second[mediators[1]] * last[mediators[2]], last[exposure]))
    c(via_first = parts[1], via_second = parts[2], serial = parts[3], direct = parts[4],
      total_indirect = sum(parts[1:3]), total = sum(parts))
  })
}

# Hainmueller's weights by Newton's steps on the dual; NULL where no weights meet the targets.
balancing_weights <- function(apart) {
  lambda <- rep(0, ncol(apart))
  value <- function(l) { eta <- drop(apart %*% l); max(eta) + log(sum(exp(eta - max(eta)))) }
  weights_at <- function(l) { eta <- drop(apart %*% l); w <- exp(eta - max(eta)); w / sum(w) }
  for (step in 1:200) {
    weights <- weights_at(lambda)
    left <- drop(crossprod(apart, weights))
    if (max(abs(left)) < 1e-12) break
    curvature <- crossprod(apart * weights, apart) - tcrossprod(left)
    move <- tryCatch(drop(solve(curvature, left)), error = function(e) NULL)
    if (is.null(move) || any(!is.finite(move))) return(NULL)
    size <- 1
    while (size > 1e-8 && value(lambda - size * move) > value(lambda) + 1e-14) size <- size / 2
    lambda <- lambda - size * move
  }
  weights <- weights_at(lambda)
  if (max(abs(crossprod(apart, weights))) <= 1e-8) weights else NULL
}

balanced_difference <- function(firms, plausible, equation, used, outcome, status, covariates) {
  over_draws(firms, plausible, equation, used, function(data) {
    clustered <- data[[status]] == 1
    means <- as.matrix(data[, covariates, drop = FALSE])
    squares <- means[, apply(means, 2, function(x) length(unique(x)) > 2), drop = FALSE]^2
    weights_for <- function(moments) balancing_weights(t(
      (t(moments[!clustered, , drop = FALSE]) - colMeans(moments[clustered, , drop = FALSE])) / apply(moments, 2, sd)))
    weights <- weights_for(cbind(means, squares))
    if (is.null(weights)) weights <- weights_for(means)
    c(difference = mean(data[[outcome]][clustered]) - sum(weights * data[[outcome]][!clustered]))
  })
}
