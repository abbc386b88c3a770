using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Covariances of a fit whose errors may go together within clusters.</summary>
internal static class ClusterCovariance
{
    public static CoefficientCovariance Of(
        LeastSquaresFit fit, ClusterGroups[] groups, ClusterCorrection correction, ClusterDegrees degrees, TwoWayAdjustment adjustment)
    {
        bool leverageBased = correction is ClusterCorrection.Cr2 or ClusterCorrection.Cr3;
        Require.That(
            groups.Length == 1 || !leverageBased, nameof(ClusterRobustRegressionOptions.Correction),
            "must be cr0 or cr1 with two groupings");
        Require.That(
            groups.Length == 1 || degrees == ClusterDegrees.Clusters, nameof(ClusterRobustRegressionOptions.Degrees),
            "must be clusters with two groupings");
        int fewest = groups.Min(group => group.Count);
        Matrix<double> covariance = fit.Covariance(Middle(fit, groups, correction, adjustment));
        string clusters = string.Join(" and ", groups.Select(group => FormattableString.Invariant($"{group.Count}")));
        return new CoefficientCovariance(
            $"clustered, {correction.ToString().ToLowerInvariant()}, {clusters} clusters",
            covariance.ToRowMajorArray(),
            degrees == ClusterDegrees.Satterthwaite
                ? SatterthwaiteDegrees.Of(fit, groups[0], correction)
                : [.. Enumerable.Repeat(fewest - 1.0, fit.TermCount)],
            degrees == ClusterDegrees.Satterthwaite ? [] : ClusterNotes.Of(fewest));
    }

    /// <summary>Gives the factor of the small-sample correction.</summary>
    public static double Factor(LeastSquaresFit fit, double clusters, ClusterCorrection correction) =>
        correction == ClusterCorrection.Cr1
            ? clusters / (clusters - 1) * (fit.Rows - 1.0) / (fit.Rows - fit.TermCount)
            : 1;

    private static Matrix<double> Middle(
        LeastSquaresFit fit, ClusterGroups[] groups, ClusterCorrection correction, TwoWayAdjustment adjustment)
    {
        if (groups.Length == 1)
        {
            return ClusterKernel.Middle(fit, groups[0], correction) * Factor(fit, groups[0].Count, correction);
        }

        ClusterGroups both = ClusterGroups.Intersection(groups[0], groups[1]);
        int fewest = Math.Min(groups[0].Count, groups[1].Count);
        Matrix<double> Part(ClusterGroups part) => ClusterKernel.Middle(fit, part, correction)
            * Factor(fit, adjustment == TwoWayAdjustment.Minimum ? fewest : part.Count, correction);
        return Part(groups[0]) + Part(groups[1]) - Part(both);
    }
}
