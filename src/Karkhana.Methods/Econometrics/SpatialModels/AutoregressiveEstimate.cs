using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Econometrics;

/// <summary>The maximum of the likelihood of a spatial model, with what its standard errors and impacts are made of.</summary>
internal sealed class AutoregressiveEstimate
{
    private const double Determined = 1e-9;

    // From here on a rough curve and a window cost less than one curve over all.
    private const int Many = 2000;
    private const double Window = 0.35;

    private AutoregressiveEstimate(SpatialDesign design, AutoregressiveMatrix matrix, bool withLag, bool withErrors) =>
        (Design, Matrix, WithLag, WithErrors) = (design, matrix, withLag, withErrors);

    public SpatialDesign Design { get; }

    public AutoregressiveMatrix Matrix { get; }

    public LogDeterminantCurve Curve { get; private set; } = null!;

    public bool WithLag { get; }

    public bool WithErrors { get; }

    public double Rho { get; private set; }

    public double Lambda { get; private set; }

    /// <summary>Gets the least-squares fit of (I − λW)(y − ρWy) on (I − λW)X.</summary>
    public LeastSquaresFit Fit { get; private set; } = null!;

    public List<Note> Notes { get; } = [];

    public double Sigma2 => Sums.Dot(Fit.Residuals, Fit.Residuals) / Fit.Rows;

    /// <summary>Finds the maximum.</summary>
    public static AutoregressiveEstimate Of(
        SpatialDesign design, bool withLag, bool withErrors, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        design.RefuseCompleteWeights();
        AutoregressiveMatrix matrix = AutoregressiveMatrix.Of(design.Weights);
        AutoregressiveEstimate estimate = new(design, matrix, withLag, withErrors);
        bool rough = design.Design.Outcome.Length >= Many && !(withLag && withErrors);
        LogDeterminantCurve first = rough
            ? LogDeterminantCurve.Rough(matrix, execution, cancellationToken)
            : LogDeterminantCurve.Of(matrix, execution, cancellationToken);
        AutoregressiveLikelihood likelihood = new(design, first, withErrors);
        Require.That(likelihood.OutcomeLeftOver() > Determined, "model", "must leave something over: the terms determine the outcome");
        Require.That(!withLag || likelihood.LagOnItsOwn() > Determined, "weights",
            "must give a spatial lag of the outcome that the terms and the outcome itself do not determine; rho cannot be estimated here");
        estimate.Search(rough ? estimate.Closer(likelihood, execution, cancellationToken) : likelihood);
        double[][] terms = [.. design.Design.Columns.Select(column => design.Filtered(column, estimate.Lambda))];
        estimate.Fit = LeastSquaresFit.Fit(design.Design.With(terms, design.Filtered(design.Filtered(design.Design.Outcome, estimate.Rho), estimate.Lambda)));
        return estimate;
    }

    /// <summary>Gives the public form, with standard errors.</summary>
    public AutoregressiveModel ToModel(AutoregressiveCovariance covariance, double level)
    {
        (string Name, double Value)[] parameters = [("rho", Rho), ("lambda", Lambda)];
        (string Name, double Value)[] used = [.. parameters.Where((_, i) => i == 0 ? WithLag : WithErrors)];
        double[] errors = [.. covariance.All.Diagonal().Select(Math.Sqrt)];
        double[] outcome = Design.Design.Outcome;
        double n = Fit.Rows;
        return new AutoregressiveModel
        {
            Coefficients = Table(Fit.Design.Terms, Fit.Estimates, errors[used.Length..], level),
            Autoregression = Table([.. used.Select(parameter => parameter.Name)], [.. used.Select(parameter => parameter.Value)], errors[..used.Length], level),
            Covariance = covariance.All.ToRowMajorArray(),
            Sigma2 = Sigma2,
            LogLikelihood = (WithLag ? Curve.At(Rho).Value : 0) + (WithErrors ? Curve.At(Lambda).Value : 0) - (0.5 * n * (Math.Log(2 * Math.PI * Sigma2) + 1)),
            LinearLogLikelihood = GoodnessOfFit.Of(LeastSquaresFit.Fit(Design.Design)).LogLikelihood,
            Residuals = Fit.Residuals,
            Fitted = [.. outcome.Zip(Fit.Residuals, (value, residual) => value - residual)],
            Rows = Design.Design.Rows,
        };
    }

    private static CoefficientTable Table(string[] terms, double[] estimates, double[] errors, double level) =>
        new(terms, estimates, errors, [.. Enumerable.Repeat(double.PositiveInfinity, terms.Length)], level);

    /// <summary>Looks where the maximum is about, and gives the likelihood with a curve around it; with one over all where it is not inside
    /// that window.</summary>
    private AutoregressiveLikelihood Closer(AutoregressiveLikelihood rough, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (double about, bool atEnd) = One(rough);
        if (!atEnd)
        {
            double t = Math.Atanh(about);
            AutoregressiveLikelihood near = rough.With(LogDeterminantCurve.Over(Matrix, t - Window, t + Window, execution, cancellationToken));
            (double closer, atEnd) = One(near);
            if (!atEnd && Math.Abs(Math.Atanh(closer) - t) < 0.7 * Window)
            {
                return near;
            }
        }

        return rough.With(LogDeterminantCurve.Of(Matrix, execution, cancellationToken));
    }

    private (double Parameter, bool AtEnd) One(AutoregressiveLikelihood likelihood) => WithLag
        ? AutoregressiveSearch.One(likelihood.Curve, rho => likelihood.At(rho, 0), rho => likelihood.Score(rho, 0).Rho)
        : AutoregressiveSearch.One(likelihood.Curve, lambda => likelihood.At(0, lambda), lambda => likelihood.Score(0, lambda).Lambda);

    private void Search(AutoregressiveLikelihood likelihood)
    {
        Curve = likelihood.Curve;
        if (WithLag && WithErrors)
        {
            (Rho, Lambda, int summits, bool converged) = AutoregressiveSearch.Two(likelihood);
            if (summits > 1)
            {
                Notes.Add(new Note("several-maxima", Severity.Warning, FormattableString.Invariant(
                    $"The likelihood has {summits} maxima that differ by less than 2 in its logarithm: rho and lambda may change places. The highest is given.")));
            }

            AddLimits(!converged);
            return;
        }

        (double parameter, bool atEnd) = One(likelihood);
        (Rho, Lambda) = WithLag ? (parameter, 0.0) : (0.0, parameter);
        AddLimits(atEnd);
    }

    private void AddLimits(bool atLimit)
    {
        if (atLimit)
        {
            Notes.Add(new Note("at-limit", Severity.Warning, FormattableString.Invariant(
                $"The likelihood still grows at the end of what is searched, rho = {Rho:0.####}, lambda = {Lambda:0.####}: estimates and standard errors are not those of a maximum.")));
        }
    }
}
