using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Methods.Econometrics;

/// <summary>Poisson regression with log link, with or without absorbed fixed effects.</summary>
public static class PoissonRegression
{
    internal const string Source =
        "Hausman, Hall & Griliches 1984, doi:10.2307/1911191; Santos Silva & Tenreyro 2006, doi:10.1162/rest.88.4.641; Correia, Guimarães & Zylkin 2020, doi:10.1177/1536867X20909691";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// E y = exp(x'b + effects + offset), by iteratively reweighted least squares; in every step the absorbed effects are
    /// taken out with the weights of that step, so that the coefficients are those of the model with all dummies. It
    /// stops when the deviance changes by less than 1e-9 of itself and takes one more step, after which coefficients are exact to
    /// rounding. Covariance: expected (X'MX)⁻¹, M = diag(m); sandwich with squared scores; quasi, expected times
    /// Σ(y − m)²/m/(n − k); cluster, clustered scores times G/(G − 1)·(n − 1)/(n − K), K as in fixed-effects regression
    /// (non-nested). Tests are normal; quasi by t with n − k, cluster by t with G − 1 degrees of freedom. The outcome need
    /// not be whole: the estimates only need the mean to be right (Santos Silva and Tenreyro 2006). Groups with only zeros
    /// and rows that the terms separate have no finite estimate and are left out.
    /// Cost: 6 to 10 fixed-effects regressions. Source: Hausman, Hall and Griliches 1984, doi:10.2307/1911191; Santos
    /// Silva and Tenreyro 2006, doi:10.1162/rest.88.4.641; Correia, Guimarães and Zylkin 2020,
    /// doi:10.1177/1536867X20909691. Agrees with: R 4.2 glm, sandwich 3.0-2, fixest 0.14.2 fepois, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The observations; sets to absorb and clusters are optional.</param>
    /// <param name="options">Model, covariance, offset, level.</param>
    /// <param name="execution">Workers; they share the terms.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">An outcome is below 0, all are 0, or no term is left.</exception>
    public static PoissonRegressionResult Estimate(
        RegressionSample sample, PoissonRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        sample = sample.Absorbing(options.Model.Absorb);
        options = options with { Model = options.Model with { Absorb = [] } };
        double[] offset = options.Offset is null ? new double[sample.Data.RowCount] : [.. sample.Data.Numbers(options.Offset)];
        RegressionSample known = options.Offset is null ? sample : WithoutMissing(sample, offset);
        AbsorbedDesign first = AbsorbedDesign.Build(known, options.Model);
        Check(first.Columns);
        AbsorbedDesign design = DropZeroGroups(known, first, options.Model);
        PoissonFit fit = PoissonFit.Estimate(design, ModelColumns.At(offset, design.Rows), execution, cancellationToken);
        int atSeparation = 0;
        if (SeparatedCounts.IsSuspected(design, fit))
        {
            bool[] keep = SeparatedCounts.Rectify(design, execution, cancellationToken);
            atSeparation = keep.Count(stays => !stays);
            design = atSeparation == 0 ? design : DropZeroGroups(known, design.Keep(known, keep, options.Model), options.Model);
            fit = atSeparation == 0 ? fit : PoissonFit.Estimate(design, ModelColumns.At(offset, design.Rows), execution, cancellationToken);
        }

        int zeroGroups = first.Rows.Length + first.Singletons - design.Rows.Length - design.Singletons - atSeparation;
        return new PoissonReport(known, options, design, fit).Result(zeroGroups, atSeparation);
    }

    private static RegressionSample WithoutMissing(RegressionSample sample, double[] offset) => sample with
    {
        Weights = [.. offset.Select((value, row) => double.IsFinite(value) ? sample.Weights?[row] ?? 1 : double.NaN)],
    };

    private static void Check(ModelColumns columns)
    {
        int below = Array.FindIndex(columns.Outcome, value => value < 0);
        Require.That(below < 0, columns.OutcomeName, FormattableString.Invariant(
            $"must not be below 0; one row had {(below < 0 ? 0 : columns.Outcome[below])}"));
        Require.That(Array.Exists(columns.Outcome, value => value > 0), columns.OutcomeName, "must be above 0 somewhere; all rows had 0");
    }

    private static AbsorbedDesign DropZeroGroups(RegressionSample sample, AbsorbedDesign design, ModelSpecification model)
    {
        bool[] keep = SeparatedCounts.OutsideZeroGroups(design);
        while (Array.Exists(keep, stays => !stays))
        {
            design = design.Keep(sample, keep, model);
            keep = SeparatedCounts.OutsideZeroGroups(design);
        }

        return design;
    }
}
