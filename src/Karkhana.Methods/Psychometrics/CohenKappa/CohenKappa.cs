using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Agreement of two raters on categories, beyond what their habits alone would give.</summary>
public static class CohenKappa
{
    internal const string Source =
        "Cohen 1960, doi:10.1177/001316446002000104; Cohen 1968, doi:10.1037/h0026256; Fleiss, Cohen & Everitt 1969, doi:10.1037/h0028106";

    // Squares of what rounding leaves of shares that cancel.
    private const double Negligible = 1e-28;

    /// <summary>Estimates kappa with its large-sample error.</summary>
    /// <remarks>
    /// p the table of proportions, e the product of its margins, d the disagreement of two categories by their places
    /// in the order (none: 1 unless equal; linear: |k − l|; quadratic: (k − l)²): κ = 1 − Σ d p / Σ d e.
    /// With agreement w = 1 − d/max d, P_o = Σ w p, P_e = Σ w e, and w̄ the means of w by one rater's margin under the
    /// other's: n Var κ = [Σ p (w (1 − P_e) − (w̄_k. + w̄_.l)(1 − P_o))² − (P_o P_e − 2 P_e + P_o)²] / (1 − P_e)⁴;
    /// under chance alone n Var₀ κ = [Σ e (w − w̄_k. − w̄_.l)² − P_e²] / (1 − P_e)², which the test uses.
    /// The interval κ ± z · error is held within −1 and 1, which κ cannot leave.
    /// Assumes independent subjects and many of them (the error is asymptotic). Subjects with a missing rating are left
    /// out and counted in a note. One category only: NaN and a note; a rater who uses one category only: no test, with a
    /// note. Cost: subjects + categories².
    /// Source: Cohen 1960, doi:10.1177/001316446002000104; Cohen 1968, doi:10.1037/h0026256; Fleiss, Cohen and Everitt
    /// 1969, doi:10.1037/h0028106. Agrees with: psych 2.2.9 cohen.kappa, relative 1e-9, but for the error with weights,
    /// where psych takes row sums for column sums; there with the formula in R, and with the delta method.
    /// </remarks>
    /// <param name="ratings">The categories of both raters, one pair per subject.</param>
    /// <param name="options">Weights, order of categories, coverage.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>Kappa, its error, interval and test.</returns>
    /// <exception cref="ArgumentException">No subject was rated by both, or a category is not listed.</exception>
    public static CohenKappaResult Estimate(
        RatingPairs ratings,
        CohenKappaOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        options ??= new CohenKappaOptions();
        AgreementTable table = AgreementTable.Of(ratings, options.Categories);
        KappaMoments moments = KappaMoments.Of(table, options.Weights);
        double margin = DistributionQuantiles.TwoSidedNormal(options.Confidence) * moments.StandardError;
        double statistic = moments.NullStandardError > 0 ? moments.Kappa / moments.NullStandardError : double.NaN;
        return new CohenKappaResult
        {
            Categories = table.Categories,
            Subjects = table.Subjects,
            Shares = table.Shares,
            ObservedAgreement = moments.Observed,
            ExpectedAgreement = moments.Expected,
            Kappa = moments.Kappa,
            StandardError = moments.StandardError,
            Low = Math.Max(-1, moments.Kappa - margin),
            High = Math.Min(1, moments.Kappa + margin),
            NullStandardError = moments.NullStandardError,
            Statistic = statistic,
            PValue = NormalTail.PValue(statistic, Alternative.TwoSided),
            Notes = Notes(ratings.First.Count - table.Subjects, ratings.First.Count, moments),
            Provenance = new Provenance(
                "psychometrics.cohen-kappa",
                FormattableString.Invariant(
                    $"weights = {options.Weights}, categories = [{string.Join(", ", options.Categories)}], confidence = {options.Confidence}"),
                Source),
        };
    }

    private static List<Note> Notes(int dropped, int all, KappaMoments moments)
    {
        List<Note> notes = [];
        if (dropped > 0)
        {
            notes.Add(new Note("incomplete-subjects", Severity.Information, FormattableString.Invariant(
                $"{dropped} of {all} subjects lack a rating and were not used.")));
        }

        if (double.IsNaN(moments.Kappa))
        {
            notes.Add(new Note("no-variation", Severity.Warning,
                "Both raters put every subject into one and the same category, so that chance agreement is whole and kappa is not defined."));
        }
        else if (moments.NullStandardError == 0)
        {
            notes.Add(new Note("one-category-rater", Severity.Warning,
                "A rater put every subject into one and the same category, so that agreement can only be what the margins give; there is no test."));
        }

        return notes;
    }

    /// <summary>The quantities of Fleiss, Cohen and Everitt.</summary>
    private sealed record KappaMoments(double Observed, double Expected, double Kappa, double StandardError, double NullStandardError)
    {
        public static KappaMoments Of(AgreementTable table, DisagreementWeights kind)
        {
            int k = table.Categories.Length;
            double[] weights = [.. Enumerable.Range(0, k * k).Select(cell => Agreement(cell / k, cell % k, k, kind))];
            double[] chance = [.. Enumerable.Range(0, k * k).Select(cell => table.First[cell / k] * table.Second[cell % k])];
            (double observed, double expected) = (Sums.Dot(weights, table.Shares), Sums.Dot(weights, chance));
            if (table.First.Zip(table.Second).Any(pair => pair.First == 1 && pair.Second == 1))
            {
                return new KappaMoments(observed, expected, double.NaN, double.NaN, double.NaN);
            }

            double[] rowMeans = [.. Enumerable.Range(0, k).Select(row => Sums.Dot(weights.AsSpan(row * k, k), table.Second))];
            double[] columnMeans = [.. Enumerable.Range(0, k).Select(column => Sums.Dot(
                [.. Enumerable.Range(0, k).Select(row => weights[(row * k) + column])], table.First))];
            double rest = 1 - expected;
            double shift = (observed * expected) - (2 * expected) + observed;
            double[] spread = new double[k * k];
            double[] nullSpread = new double[k * k];
            for (int cell = 0; cell < spread.Length; cell++)
            {
                // About their means, shift and −expected, so that no variance comes out as exactly none.
                double mean = rowMeans[cell / k] + columnMeans[cell % k];
                double term = (weights[cell] * rest) - (mean * (1 - observed)) - shift;
                double nullTerm = weights[cell] - mean + expected;
                (spread[cell], nullSpread[cell]) = (term * term, nullTerm * nullTerm);
            }

            double error = Math.Sqrt(WithoutRounding(Sums.Dot(spread, table.Shares)) / table.Subjects) / (rest * rest);
            double nullError = Math.Sqrt(WithoutRounding(Sums.Dot(nullSpread, chance)) / table.Subjects) / rest;
            return new KappaMoments(observed, expected, (observed - expected) / rest, error, nullError);
        }

        private static double WithoutRounding(double variance) => variance < Negligible ? 0 : variance;

        private static double Agreement(int row, int column, int categories, DisagreementWeights kind)
        {
            double distance = categories == 1 ? 0 : Math.Abs(row - column) / (double)(categories - 1);
            return kind switch
            {
                DisagreementWeights.Linear => 1 - distance,
                DisagreementWeights.Quadratic => 1 - (distance * distance),
                _ => row == column ? 1 : 0,
            };
        }
    }
}
