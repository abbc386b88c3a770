using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Rough matrices of a measurement model, from which the likelihood is climbed.</summary>
/// <remarks>Loadings: the first principal component of the items of a construct, shrunk; factor correlations: those of the
/// components, drawn towards zero, so that they stay positive definite.</remarks>
internal static class StartingMatrices
{
    private const double Shrink = 0.8;
    private const double MostCommunality = 0.9;

    public static ModelMatrices Of(GroupMoments moments, ConstructItems constructs)
    {
        int items = moments.Items;
        int factors = constructs.Constructs.Count;
        Matrix<double> loadings = Matrix<double>.Build.Dense(items, factors);
        for (int factor = 0; factor < factors; factor++)
        {
            SetLoadings(loadings, moments.Covariances, constructs, factor);
        }

        Matrix<double> components = loadings.TransposeThisAndMultiply(moments.Covariances * loadings);
        return new ModelMatrices(
            loadings,
            components.MapIndexed(
                (a, b, value) => a == b ? 1 : Shrink * value / Math.Sqrt(components[a, a] * components[b, b]), Zeros.Include),
            Vector<double>.Build.Dense(items, item =>
            {
                double loading = loadings[item, constructs.ConstructOf[item]];
                return moments.Covariances[item, item] - (loading * loading);
            }),
            moments.Means,
            Vector<double>.Build.Dense(factors));
    }

    /// <summary>Gives the first principal component of some of the variables, shrunk, in their units; its sum is not
    /// negative.</summary>
    public static double[] FirstComponent(Matrix<double> covariances, int[] own)
    {
        double[] deviations = [.. own.Select(item => Math.Sqrt(covariances[item, item]))];
        Matrix<double> correlations = Matrix<double>.Build.Dense(
            own.Length, own.Length, (i, j) => covariances[own[i], own[j]] / (deviations[i] * deviations[j]));
        var eigen = SymmetricEigen.Of(correlations, "covariances");
        double[] vector = [.. eigen.EigenVectors.Column(own.Length - 1)];
        double size = Shrink * Math.Sqrt(eigen.EigenValues[own.Length - 1].Real) * (Sums.Sum(vector) < 0 ? -1 : 1);
        double most = Math.Sqrt(MostCommunality);
        return [.. vector.Select((element, i) => Math.Clamp(size * element, -most, most) * deviations[i])];
    }

    private static void SetLoadings(Matrix<double> loadings, Matrix<double> covariances, ConstructItems constructs, int factor)
    {
        int[] own = [.. Enumerable.Range(0, constructs.ConstructOf.Length).Where(item => constructs.ConstructOf[item] == factor)];
        double[] component = FirstComponent(covariances, own);
        for (int i = 0; i < own.Length; i++)
        {
            loadings[own[i], factor] = component[i];
        }
    }
}
