using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Makes the result of a Poisson fit.</summary>
internal sealed class PoissonReport
{
    private readonly RegressionSample _sample;
    private readonly PoissonRegressionOptions _options;
    private readonly AbsorbedDesign _design;
    private readonly PoissonFit _fit;
    private readonly ClusterGroups[] _groups;
    private readonly int _absorbed;

    public PoissonReport(RegressionSample sample, PoissonRegressionOptions options, AbsorbedDesign design, PoissonFit fit)
    {
        (_sample, _options, _design, _fit) = (sample, options, design, fit);
        _groups = options.Covariance == PoissonCovariance.Cluster ? AbsorbedCovariance.Groups(sample, design.Rows) : [];
        _absorbed = design.Sets?.Parameters ?? 0;
        Require.That(Left > 0, options.Model.Outcome, FormattableString.Invariant(
            $"needs more rows than terms and effects; there are {Fit.Rows} rows, {Fit.TermCount} terms and {_absorbed} effects"));
    }

    private LeastSquaresFit Fit => _fit.Absorbed.Fit;

    private double Left => Fit.Rows - Fit.TermCount - _absorbed;

    private double Dispersion => Sums.Dot(Fit.Residuals, Fit.Residuals) / Left;

    public PoissonRegressionResult Result(int zeroGroups, int atSeparation)
    {
        Matrix<double> covariance = Covariance();
        int[] rows = [.. _design.Rows];
        double[] means = [.. _fit.Means];
        Array.Sort(rows, means);
        return new PoissonRegressionResult
        {
            Coefficients = new CoefficientTable(
                Fit.Design.Terms, Fit.Estimates, AbsorbedCovariance.Errors(covariance), [.. Enumerable.Repeat(DegreesOfFreedom(), Fit.TermCount)], _options.Level),
            Covariance = covariance.ToRowMajorArray(),
            LogLikelihood = _fit.LogLikelihood(_design.Columns.Outcome, _design.Columns.Weights),
            Deviance = _fit.Deviance,
            Dispersion = Dispersion,
            AbsorbedParameters = _absorbed,
            SeparatedRows = zeroGroups + atSeparation,
            Iterations = _fit.Iterations,
            Clusters = [.. _groups.Select(group => group.Count)],
            Effects = _design.Sets is { } sets ? _fit.Absorbed.Effects(_sample.Absorb, sets) : [],
            Rows = rows,
            Means = means,
            Notes = [.. AbsorbedNotes.Of(_design, _fit.Absorbed), .. Notes(zeroGroups, atSeparation), .. AbsorbedNotes.Clusters(_groups)],
            Provenance = new Provenance(
                "econometrics.poisson-regression",
                FormattableString.Invariant(
                    $"outcome = {_options.Model.Outcome}, covariance = {_options.Covariance}, offset = {_options.Offset ?? "none"}, level = {_options.Level}"),
                PoissonRegression.Source),
        };
    }

    private Matrix<double> Covariance() => _options.Covariance switch
    {
        PoissonCovariance.Cluster => AbsorbedCovariance.Clustered(
            Fit, _groups, Fit.TermCount + AbsorbedCovariance.Parameters(_design.Sets, _groups, AbsorbedCount.NonNested)),
        PoissonCovariance.Sandwich => Fit.Covariance(Fit.ScoreSquares()),
        PoissonCovariance.Quasi => Fit.Covariance(Matrix<double>.Build.DenseIdentity(Fit.TermCount) * Dispersion),
        _ => Fit.Covariance(Matrix<double>.Build.DenseIdentity(Fit.TermCount)),
    };

    private double DegreesOfFreedom() => _options.Covariance switch
    {
        PoissonCovariance.Cluster => _groups.Min(group => group.Count) - 1,
        PoissonCovariance.Quasi => Left,
        _ => double.PositiveInfinity,
    };

    private IEnumerable<Note> Notes(int zeroGroups, int atSeparation)
    {
        if (zeroGroups > 0)
        {
            yield return new Note("zero-groups", Severity.Information, FormattableString.Invariant(
                $"{zeroGroups} rows lie in groups of absorbed effects whose outcome is always 0: their fitted mean is 0 whatever the terms are, so that they were left out."));
        }

        if (atSeparation > 0)
        {
            yield return new Note("separation", Severity.Warning, FormattableString.Invariant(
                $"{atSeparation} rows with outcome 0 are predicted without error by a combination of terms, whose coefficient would be infinite: they were left out, and terms that say nothing about the other rows with them."));
        }

        if (!_fit.Converged)
        {
            yield return new Note("not-converged", Severity.Warning, FormattableString.Invariant(
                $"The deviance still changed after {_fit.Iterations} steps: do not use the estimates."));
        }

        if (_options.Covariance == PoissonCovariance.Expected && Dispersion > 2)
        {
            yield return new Note("overdispersion", Severity.Warning, FormattableString.Invariant(
                $"The variance is about {Dispersion:F1} times the mean: the errors of covariance = expected are too small; take sandwich, quasi or cluster."));
        }
    }
}
