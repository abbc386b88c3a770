using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Covariances of estimates beside absorbed effects.</summary>
internal static class AbsorbedCovariance
{
    /// <summary>Reads the clusters of the rows of a design.</summary>
    public static ClusterGroups[] Groups(RegressionSample sample, int[] rows)
    {
        Require.That(sample.Clusters.Count is 1 or 2, nameof(sample.Clusters), FormattableString.Invariant(
            $"must be one or two groupings; there were {sample.Clusters.Count}"));
        foreach (IReadOnlyList<string> codes in sample.Clusters)
        {
            Require.SameLength(sample.Data.RowCount, codes.Count, nameof(sample.Clusters));
        }

        ClusterGroups[] groups = [.. sample.Clusters.Select(codes => ClusterGroups.Of(codes, rows))];
        Require.That(groups.Min(group => group.Count) > 1, nameof(sample.Clusters), "must have at least two clusters among the rows that are used; there was 1");
        return groups;
    }

    /// <summary>Counts the absorbed parameters that a clustered covariance pays for.</summary>
    public static int Parameters(FixedEffectSets? sets, ClusterGroups[] groups, AbsorbedCount count)
    {
        if (sets is null || count == AbsorbedCount.None)
        {
            return 0;
        }

        if (count == AbsorbedCount.Full)
        {
            return sets.Parameters;
        }

        int[] counted = [.. Enumerable.Range(0, sets.Count).Where(set => !groups.Any(group => sets.IsNested(set, group)))];
        return counted.Length == 0 ? 1 : counted.Sum(set => sets.Levels[set].Length) - (counted.Length - 1);
    }

    /// <summary>Σ of cluster scores times G/(G − 1)·(n − 1)/(n − K), two groupings with the smaller G.</summary>
    public static Matrix<double> Clustered(LeastSquaresFit fit, ClusterGroups[] groups, int parameters)
    {
        double fewest = groups.Min(group => group.Count);
        double factor = fewest / (fewest - 1) * (fit.Rows - 1.0) / (fit.Rows - parameters);
        Matrix<double> middle = ClusterKernel.Middle(fit, groups[0], ClusterCorrection.Cr0);
        if (groups.Length == 2)
        {
            middle += ClusterKernel.Middle(fit, groups[1], ClusterCorrection.Cr0)
                - ClusterKernel.Middle(fit, ClusterGroups.Intersection(groups[0], groups[1]), ClusterCorrection.Cr0);
        }

        return fit.Covariance(middle * factor);
    }

    /// <summary>Gives the errors on the diagonal; NaN where two groupings left less than nothing.</summary>
    public static double[] Errors(Matrix<double> covariance) => [.. covariance.Diagonal().Select(Math.Sqrt)];
}
