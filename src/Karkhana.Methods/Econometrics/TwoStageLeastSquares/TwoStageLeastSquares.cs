using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Instrumental-variable regression.</summary>
public static class TwoStageLeastSquares
{
    internal const string Source =
        "Sargan 1958, doi:10.2307/1907619; Wu 1973, doi:10.2307/1914093; Hausman 1978, doi:10.2307/1913827; Stock & Yogo 2005, doi:10.1017/CBO9780511614491.006; Kleibergen & Paap 2006, doi:10.1016/j.jeconom.2005.02.011; Hansen 1982, doi:10.2307/1912775";

    private const double WeakF = 10;

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// b = (X'P_Z X)⁻¹ X'P_Z y with Z the exogenous regressors and the excluded instruments, by Householder QR of Z and of
    /// P_Z X. Residuals e are those of the true regressors. Classical: s² (X'P_Z X)⁻¹, s² = e'e/(n − K); hc0, hc1 and cluster
    /// are the sandwiches with P_Z X and e, as in ordinary least squares and cluster-robust regression (cr1). Tests by
    /// Student's t with n − K degrees of freedom, G − 1 when clustered. First stages: F of the excluded instruments;
    /// Absorbed effects are first taken out of all columns; their parameters count in K (when clustered, those that do not lie
    /// within the clusters). Wu-Hausman: F of the first-stage residuals added to the regression; Sargan: n R² of e on Z. Beyond one error
    /// variance: Hansen's J of two-step efficient moments and the F of Kleibergen and Paap, by the robust or clustered
    /// scores. Assumes that the excluded instruments go with the outcome only through the regressors, which no test shows.
    /// Cost: n·K² time, n·K memory for K instruments.
    /// Source: Sargan 1958, doi:10.2307/1907619; Wu 1973, doi:10.2307/1914093; Hausman 1978, doi:10.2307/1913827; Kleibergen
    /// and Paap 2006, doi:10.1016/j.jeconom.2005.02.011 (equations 9 to 12); Hansen 1982, doi:10.2307/1912775.
    /// Agrees with: ivreg 0.6-7 with diagnostics, relative 1e-7.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">Model, covariance, level.</param>
    /// <param name="execution">Workers, for absorbed effects.</param>
    /// <param name="cancellationToken">Stops the run, between columns.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">A column is missing, there are too few instruments or rows, or the instruments
    /// do not tell the regressors apart.</exception>
    public static TwoStageLeastSquaresResult Estimate(
        RegressionSample sample, TwoStageLeastSquaresOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        TwoStageFit fit = TwoStageFit.Fit(TwoStageDesign.Build(sample, options.Model, execution, cancellationToken));
        bool clustered = options.Covariance == TwoStageCovariance.Cluster;
        Require.That(!clustered || sample.Clusters.Count == 1, nameof(sample.Clusters),
            "must be one grouping for clustered errors");
        ClusterGroups? groups = clustered ? AbsorbedCovariance.Groups(sample, fit.Design.Rows.Rows)[0] : null;
        Matrix<double> covariance = Covariance(fit, options.Covariance, groups);
        InstrumentTests tests = InstrumentTestKernel.Run(fit, options.Covariance != TwoStageCovariance.Classical, groups);
        return new TwoStageLeastSquaresResult
        {
            Coefficients = new CoefficientTable(
                fit.Second.Design.Terms,
                fit.Second.Estimates,
                [.. covariance.Diagonal().Select(Math.Sqrt)],
                [.. Enumerable.Repeat(groups?.Count - 1.0 ?? fit.Design.ErrorDegrees, fit.Second.TermCount)],
                options.Level),
            Covariance = covariance.ToRowMajorArray(),
            Sigma = Math.Sqrt(fit.ErrorVariance),
            Tests = tests,
            Residuals = fit.Second.PlainResiduals(),
            Rows = fit.Design.Regressors.Rows,
            Notes = [.. DesignNotes.Of(fit.Design.Regressors), .. InstrumentNotes(fit.Design, tests), .. AbsorbedNotes.Clusters(groups is null ? [] : [groups])],
            Provenance = new Provenance(
                "econometrics.two-stage-least-squares",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static Matrix<double> Covariance(TwoStageFit fit, TwoStageCovariance covariance, ClusterGroups? groups)
    {
        if (groups is not null)
        {
            int absorbed = AbsorbedCovariance.Parameters(fit.Design.Rows.Sets, [groups], AbsorbedCount.NonNested);
            return AbsorbedCovariance.Clustered(fit.Second, [groups], fit.Second.TermCount + absorbed);
        }

        double rows = fit.Rows;
        return covariance switch
        {
            TwoStageCovariance.Hc0 => fit.Second.Covariance(fit.Second.ScoreSquares()),
            TwoStageCovariance.Hc1 => fit.Second.Covariance(
                fit.Second.ScoreSquares() * (rows / fit.Design.ErrorDegrees)),
            _ => fit.ClassicalCovariance(),
        };
    }

    private static IEnumerable<Note> InstrumentNotes(TwoStageDesign design, InstrumentTests tests)
    {
        foreach (Note note in AbsorbedNotes.Singletons(design.Rows.Singletons))
        {
            yield return note;
        }

        if (design.Instruments.Aliased.Length > 0)
        {
            yield return new Note(
                "aliased-instruments",
                Severity.Warning,
                $"Left out, because the exogenous regressors and the instruments before them determine them: {string.Join(", ", design.Instruments.Aliased)}.");
        }

        FirstStage weakest = tests.FirstStages.MinBy(stage => stage.Test.Statistic)!;
        if (weakest.Test.Statistic < WeakF)
        {
            yield return new Note(
                "weak-instruments",
                Severity.Warning,
                FormattableString.Invariant($"The instruments explain little of {weakest.Term}: F = {weakest.Test.Statistic:0.##}, below {WeakF}. Estimates then lean towards those of least squares, and their limits are too narrow (Stock & Yogo 2005)."));
        }
    }
}
