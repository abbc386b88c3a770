using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Rough parameters of a structural equation model, from which the fit is searched.</summary>
/// <remarks>Loadings: the first principal component of the columns of a factor; regressions and covariances 0, so that the
/// covariances implied are positive definite.</remarks>
internal static class StartingValues
{
    private const double LeastMarker = 0.3;
    private const double LeastResidual = 0.2;
    private const double HigherLoading = 0.5;

    public static Vector<double> Of(
        IReadOnlyList<StructuralTerm> terms, VariableRoles roles, SaturatedMoments moments, FactorScaling scaling, int parameters)
    {
        (double[] loadings, double[] variances) = Loadings(terms, roles, moments.Covariances, scaling);
        Vector<double> start = Vector<double>.Build.Dense(parameters);
        for (int k = 0; k < terms.Count; k++)
        {
            Arrow arrow = terms[k].Arrow;
            if (arrow.IsFree)
            {
                start[arrow.Position] = arrow.Kind switch
                {
                    ArrowKind.Path => loadings[k],
                    ArrowKind.Covariance => arrow.To == arrow.From ? variances[arrow.To] : 0,
                    _ => moments.Means[arrow.To],
                };
            }
        }

        return start;
    }

    private static (double[] Loadings, double[] Variances) Loadings(
        IReadOnlyList<StructuralTerm> terms, VariableRoles roles, Matrix<double> covariances, FactorScaling scaling)
    {
        double[] loadings = new double[terms.Count];
        double[] variances = [.. roles.Names.Select((_, place) => place < roles.Observed ? covariances[place, place] : 1)];
        for (int factor = roles.Observed; factor < roles.Names.Count; factor++)
        {
            int[] own = [.. Enumerable.Range(0, terms.Count).Where(
                k => terms[k].IsLoading && terms[k].Arrow.From == factor)];
            int[] columns = [.. own.Where(k => terms[k].Arrow.To < roles.Observed)];
            foreach (int k in own)
            {
                loadings[k] = scaling == FactorScaling.Marker ? 1 : HigherLoading;
            }

            if (columns.Length > 0)
            {
                SetColumns(terms, columns, covariances, scaling, (loadings, variances), factor);
            }
        }

        for (int place = 0; place < roles.Observed; place++)
        {
            variances[place] = Math.Max(variances[place], LeastResidual * covariances[place, place]);
        }

        return (loadings, variances);
    }

    private static void SetColumns(
        IReadOnlyList<StructuralTerm> terms,
        int[] own,
        Matrix<double> covariances,
        FactorScaling scaling,
        (double[] Loadings, double[] Variances) target,
        int factor)
    {
        int[] places = [.. own.Select(k => terms[k].Arrow.To)];
        double[] component = StartingMatrices.FirstComponent(covariances, places);
        double unit = 1;
        if (scaling == FactorScaling.Marker)
        {
            double least = LeastMarker * Math.Sqrt(covariances[places[0], places[0]]);
            unit = component[0] < 0 ? Math.Min(component[0], -least) : Math.Max(component[0], least);
            target.Variances[factor] = unit * unit;
        }

        for (int k = 0; k < own.Length; k++)
        {
            target.Loadings[own[k]] = component[k] / unit;
            target.Variances[places[k]] -= component[k] * component[k];
        }
    }
}
