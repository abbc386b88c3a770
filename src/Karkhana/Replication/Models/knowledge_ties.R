# Between which firms of a place knowledge is passed on: a logit over ordered pairs. Estimates and errors (as if pairs were independent) are
# checked. P-values come from orders of the firms (double semi-partialling): R draws its own, fewer orders, so that they are near and not equal.

pairs <- read_table("knowledge_ties.csv")
orders <- 99

logit <- function(y, X) {
  fit <- glm.fit(X, y, family = binomial(), control = list(epsilon = 1e-14, maxit = 100))
  R <- qr.R(fit$qr)[, order(fit$qr$pivot), drop = FALSE]
  errors <- sqrt(diag(chol2inv(qr.R(fit$qr)))[order(fit$qr$pivot)])
  list(estimate = fit$coefficients, std_error = errors)
}

# The part of a term that the others do not tell is moved with the firms, in rows and columns alike.
by_orders <- function(of_place, terms) {
  firms <- union(of_place$from, of_place$to)
  cell <- cbind(match(of_place$from, firms), match(of_place$to, firms))
  X <- cbind(1, as.matrix(of_place[, terms, drop = FALSE]))
  set.seed(1)
  vapply(terms, function(term) {
    at <- match(term, terms) + 1
    left <- lm.fit(X[, -at, drop = FALSE], X[, at])$residuals
    z_with <- function(values) {
      found <- logit(of_place$tie, cbind(X[, -at, drop = FALSE], values))
      abs(tail(found$estimate / found$std_error, 1))
    }
    observed <- z_with(left)
    whole <- matrix(0, length(firms), length(firms))
    whole[cell] <- left
    drawn <- replicate(orders, {
      order <- sample(length(firms))
      z_with(whole[order, order][cell])
    })
    (1 + sum(drawn >= observed * (1 - 1e-10))) / (1 + orders)
  }, numeric(1))
}

repeat_ties <- function(place, karkhana) {
  of_place <- pairs[pairs$place == place, ]
  terms <- setdiff(rownames(karkhana), "(Intercept)")
  of_place <- of_place[complete.cases(of_place[, c("tie", terms)]), ]
  found <- logit(of_place$tie, cbind(`(Intercept)` = 1, as.matrix(of_place[, terms, drop = FALSE])))
  check(data.frame(estimate = found$estimate, std_error = found$std_error, df = Inf, row.names = rownames(karkhana)[c(
    match("(Intercept)", rownames(karkhana)), match(terms, rownames(karkhana)))]), karkhana, paste0("place ", place, ": tie"))
  p <- by_orders(of_place, terms)
  k <- karkhana[terms, "p_value"]
  cat("by orders of the firms; not checked, for R draws other orders\n")
  print(data.frame(p_karkhana = k, p_in_R = p, difference = p - k, monte_carlo_error = sqrt(k * (1 - k) / (orders + 1)), row.names = terms), digits = 3)
}

@equations@
finish("knowledge_ties", @count@, "logit")
