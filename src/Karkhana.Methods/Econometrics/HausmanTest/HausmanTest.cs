using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Hausman's test of random effects against fixed effects.</summary>
public static class HausmanTest
{
    internal const string Source =
        "Hausman 1978, doi:10.2307/1913827; Mundlak 1978, doi:10.2307/1913646; Arellano 1993, doi:10.1016/0304-4076(93)90040-C";

    /// <summary>Tests whether within and random-effects estimates differ by more than chance.</summary>
    /// <remarks>
    /// Quadratic: (b_w − b_r)'(V_w − V_r)⁻¹(b_w − b_r) over the slopes that both have, χ² with as many degrees of freedom;
    /// within against Swamy–Arora random effects, classical covariances. Assumes that random effects are efficient under
    /// the null. Regression: the unit means of the terms are added to the random-effects regression and tested together
    /// (Mundlak 1978) with errors clustered by unit, which needs no such assumption (Arellano 1993).
    /// Cost: two panel regressions. Source: Hausman 1978, doi:10.2307/1913827; Mundlak 1978, doi:10.2307/1913646;
    /// Arellano 1993, doi:10.1016/0304-4076(93)90040-C. Agrees with: plm 2.6-2 phtest, relative 1e-5 (quadratic).
    /// </remarks>
    /// <param name="sample">The panel.</param>
    /// <param name="options">Model and form.</param>
    /// <param name="execution">Workers; they share the terms.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">A unit has two rows of one period, or there are too few rows or units.</exception>
    public static HausmanTestResult Estimate(
        PanelSample sample, HausmanTestOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        PanelRows panel = PanelRows.Build(sample, options.Model);
        PanelFit random = PanelFit.RandomEffects(sample, panel, options.Model, execution, cancellationToken);
        WithinFit within = random.Within!;
        string[] terms = [.. within.Fit.Design.Terms.Where(term => random.Fit.Design.Terms.Contains(term))];
        Require.That(terms.Length > 0, nameof(options.Model), "must have a term that varies within units; there was none");
        double[] ofWithin = Pick(within.Fit, terms);
        double[] ofRandom = Pick(random.Fit, terms);
        List<Note> notes = [.. panel.Notes];
        (double statistic, int df) = options.Form == HausmanForm.Quadratic
            ? Quadratic(within, random, terms, notes)
            : Regression(panel, random, terms, options.Model);
        return new HausmanTestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = df,
            PValue = ChiSquare.UpperTail(statistic, df),
            Terms = terms,
            Within = ofWithin,
            Random = ofRandom,
            Notes = notes,
            Provenance = new Provenance(
                "econometrics.hausman-test",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, form = {options.Form}"),
                Source),
        };
    }

    private static (double Statistic, int Degrees) Quadratic(WithinFit within, PanelFit random, string[] terms, List<Note> notes)
    {
        PanelFit own = new(within.Fit, within.Clusters(), within.DegreesOfFreedom, within.Absorbed.WithinSquares);
        Matrix<double> spread = Pick(PanelRegression.Covariance(own, PanelCovariance.Classical), within.Fit, terms)
            - Pick(PanelRegression.Covariance(random, PanelCovariance.Classical), random.Fit, terms);
        Vector<double> difference = Vector<double>.Build.Dense(Pick(within.Fit, terms)) - Vector<double>.Build.Dense(Pick(random.Fit, terms));
        if (SymmetricEigen.Of(spread, "covariance").EigenValues.Any(value => value.Real <= 0))
        {
            notes.Add(new Note("not-positive-definite", Severity.Warning, "The covariance of the difference is not positive definite, as happens in small samples or when random effects are not efficient: do not read this statistic; take form = regression."));
        }

        return (difference.DotProduct(spread.Solve(difference)), terms.Length);
    }

    private static (double Statistic, int Degrees) Regression(PanelRows panel, PanelFit random, string[] terms, ModelSpecification model)
    {
        double[] all = [.. Enumerable.Repeat(1.0, panel.UnitCount)];
        ModelColumns deviations = panel.QuasiDemeaned(all);
        ModelColumns transformed = panel.QuasiDemeaned(random.Components!.Shares(panel));
        int[] places = [.. terms.Select(term => Array.IndexOf(panel.Columns.Names, term))];
        PanelFit added = PanelFit.Plain(
            transformed with
            {
                Names = [.. transformed.Names, .. terms.Select(term => term + " within")],
                Columns = [.. transformed.Columns, .. places.Select(place => deviations.Columns[place])],
            },
            panel.Clusters(),
            model);
        string[] tested = [.. terms.Select(term => term + " within").Where(term => added.Fit.Design.Terms.Contains(term))];
        Vector<double> estimates = Vector<double>.Build.Dense(Pick(added.Fit, tested));
        Matrix<double> covariance = Pick(PanelRegression.Covariance(added, PanelCovariance.ArellanoHc0), added.Fit, tested);
        return (tested.Length == 0 ? double.NaN : estimates.DotProduct(covariance.Solve(estimates)), tested.Length);
    }

    private static double[] Pick(LeastSquaresFit fit, string[] terms) =>
        [.. terms.Select(term => fit.Estimates[Array.IndexOf(fit.Design.Terms, term)])];

    private static Matrix<double> Pick(Matrix<double> covariance, LeastSquaresFit fit, string[] terms)
    {
        int[] places = [.. terms.Select(term => Array.IndexOf(fit.Design.Terms, term))];
        return Matrix<double>.Build.Dense(places.Length, places.Length, (row, column) => covariance[places[row], places[column]]);
    }
}
