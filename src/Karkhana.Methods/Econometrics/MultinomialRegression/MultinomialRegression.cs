using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Multinomial logit.</summary>
public static class MultinomialRegression
{
    internal const string Source =
        "McFadden 1974, in Frontiers in Econometrics (ed. Zarembka), 105-142; Albert & Anderson 1984, doi:10.1093/biomet/71.1.1; Hosmer, Lemeshow & Sturdivant 2013, doi:10.1002/9781118548387, chapter 8";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// ln(P(y = c)/P(y = base)) = x'b_c by maximum likelihood: Newton's steps with the observed information, which is also
    /// the expected one. Each term is tested by the likelihood ratio of the model without it. Average marginal effects
    /// mean p_c(b_c − Σ p_l b_l) with errors by the delta method. Terms that part categories without error are named and
    /// their estimates shown as infinite. Assumes independent rows (or clusters) and that the odds of two categories do not
    /// depend on which others there are. Cost: J²k²/4 per row and step for J + 1 categories; the model is fitted once more
    /// for each term.
    /// Source: McFadden 1974; Albert and Anderson 1984, doi:10.1093/biomet/71.1.1; Hosmer, Lemeshow and Sturdivant 2013,
    /// doi:10.1002/9781118548387, chapter 8. Agrees with: R 4.2 nnet 7.3 multinom, relative 1e-5 (multinom stops there).
    /// </remarks>
    /// <param name="sample">The observations; weights are numbers of observations.</param>
    /// <param name="options">Model, base category, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">One category only, no such base, a column is missing, or there are too few
    /// rows.</exception>
    public static MultinomialRegressionResult Estimate(
        RegressionSample sample, MultinomialRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        CategoryOutcome outcome = CategoryOutcome.Of(sample, options.Model, options.BaseCategory);
        MultinomialFit fit = MultinomialFit.Fit(outcome, cancellationToken);
        Matrix<double> covariance = fit.Covariance(options.Covariance, sample, outcome.Design.Rows);
        MultinomialEffects effects = MultinomialEffects.Of(outcome, fit, covariance);
        int others = outcome.Categories.Length - 1;
        return new MultinomialRegressionResult
        {
            Categories = outcome.Categories,
            Counts = Totals(outcome),
            Responses = [.. outcome.Categories.Skip(1).SelectMany(category => Enumerable.Repeat(category, fit.Terms))],
            Terms = outcome.Design.Terms,
            Coefficients = CoefficientTable.Normal(
                [.. Enumerable.Range(0, fit.Estimates.Length).Select(place => outcome.Design.Terms[place % fit.Terms])],
                fit.Estimates,
                covariance,
                fit.Separation,
                options.Level),
            Covariance = (fit.Separation?.MarkCovariance(covariance) ?? covariance).ToRowMajorArray(),
            Fit = new LikelihoodSummary(
                Sums.Sum(outcome.Design.Weights), fit.Ascent.Value, NullLogLikelihood(outcome), fit.Estimates.Length, outcome.Design.HasIntercept ? others : 0),
            TermTests = [.. TermTests(outcome, fit, options.Model, cancellationToken)],
            AverageMarginalEffects = effects.Effects,
            AverageMarginalEffectStandardErrors = effects.StandardErrors,
            Probabilities = fit.Probabilities,
            Rows = outcome.Design.Rows,
            Notes = Notes(sample, outcome, fit),
            Provenance = new Provenance(
                "econometrics.multinomial-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, base_category = {outcome.Categories[0]}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static double[] Totals(CategoryOutcome outcome)
    {
        double[] totals = new double[outcome.Categories.Length];
        for (int row = 0; row < outcome.Codes.Length; row++)
        {
            totals[outcome.Codes[row]] += outcome.Design.Weights[row];
        }

        return totals;
    }

    // Of constants only, whether or not the model has them: the shares of the categories.
    private static double NullLogLikelihood(CategoryOutcome outcome)
    {
        double[] totals = Totals(outcome);
        double all = Sums.Sum(totals);
        return Sums.Sum([.. totals.Select(total => total * Math.Log(total / all))]);
    }

    private static IEnumerable<TermTest> TermTests(
        CategoryOutcome outcome, MultinomialFit fit, ModelSpecification model, CancellationToken cancellationToken)
    {
        foreach (string term in model.Terms)
        {
            int[] left = [.. Enumerable.Range(0, fit.Terms).Where(j => !Belongs(outcome.Design.Terms[j], term, model))];
            int degrees = (fit.Terms - left.Length) * (outcome.Categories.Length - 1);
            if (degrees == 0)
            {
                continue; // aliased: named in a note
            }

            double without = left.Length == 0
                ? -Sums.Sum(outcome.Design.Weights) * Math.Log(outcome.Categories.Length)
                : MultinomialFit.Fit(outcome with { Design = outcome.Design.WithTerms(left) }, cancellationToken).Ascent.Value;
            double statistic = Math.Max(0, 2 * (fit.Ascent.Value - without));
            yield return new TermTest(term, statistic, degrees, ChiSquare.UpperTail(statistic, degrees));
        }
    }

    private static bool Belongs(string column, string term, ModelSpecification model) => model.Categorical.ContainsKey(term)
        ? column.StartsWith(term + "=", StringComparison.Ordinal)
        : column == term;

    private static Note[] Notes(RegressionSample sample, CategoryOutcome outcome, MultinomialFit fit)
    {
        string[] names = [.. Enumerable.Range(0, fit.Estimates.Length).Select(
            place => $"{outcome.Categories[(place / fit.Terms) + 1]}: {outcome.Design.Terms[place % fit.Terms]}")];
        return
        [
            .. DesignNotes.Dropped(sample.Data.RowCount - outcome.Design.Rows.Length, sample.Data.RowCount),
            .. AliasedTerms.Notes(outcome.Design),
            .. fit.Separation is null
                ? fit.Ascent.Notes
                : [fit.Separation.Note(names, place => outcome.Design.HasIntercept && place % fit.Terms == 0)],
        ];
    }
}
