using Karkhana.Core.Kernels;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>How well indicators make constructs, and constructs explain each other.</summary>
/// <param name="RhoA">The reliability of the weights; NaN for one indicator and for mode B.</param>
/// <param name="CompositeReliability">The reliability by loadings; NaN for mode B.</param>
/// <param name="AverageVarianceExtracted">The mean squared loading; NaN for mode B.</param>
/// <param name="Htmt">Heterotrait-monotrait ratios; NaN for constructs of one indicator.</param>
/// <param name="EffectSizes">f² by path.</param>
/// <param name="TotalEffects">Paths and products of paths, from row to column.</param>
internal sealed record CompositeQuality(
    double[] RhoA,
    double[] CompositeReliability,
    double[] AverageVarianceExtracted,
    double[] Htmt,
    double[] EffectSizes,
    double[] TotalEffects)
{
    public static CompositeQuality Of(
        CompositeStructure structure,
        CompositeModel model,
        Matrix<double> correlations,
        IReadOnlyDictionary<string, IReadOnlyList<string>> blocks)
    {
        CongenericReliability?[] reliabilities = [.. Enumerable.Range(0, structure.Count).Select(construct => structure.IsFormative[construct]
            ? null
            : OfLoadings(model.Loadings[structure.First[construct]..structure.First[construct + 1]]))];
        return new CompositeQuality(
            [.. Enumerable.Range(0, structure.Count).Select(construct => RhoAOf(structure, model, correlations, construct))],
            [.. reliabilities.Select(own => own?.CompositeReliability ?? double.NaN)],
            [.. reliabilities.Select(own => own?.AverageVarianceExtracted ?? double.NaN)],
            Ratios(structure, correlations, blocks),
            [.. structure.Paths.Select(path => EffectSize(structure, model, path))],
            Effects(structure, model));
    }

    private static CongenericReliability OfLoadings(double[] loadings) =>
        CongenericReliability.Of(loadings, [.. loadings.Select(loading => 1 - (loading * loading))]);

    private static double RhoAOf(CompositeStructure structure, CompositeModel model, Matrix<double> correlations, int construct)
    {
        (int first, int size) = (structure.First[construct], structure.SizeOf(construct));
        if (structure.IsFormative[construct] || size < 2)
        {
            return double.NaN;
        }

        double[] weights = model.Weights[first..(first + size)];
        double square = Sums.Dot(weights, weights);
        (double shared, double product) = (0, 0);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                if (i != j)
                {
                    shared += weights[i] * weights[j] * correlations[first + i, first + j];
                    product += weights[i] * weights[i] * weights[j] * weights[j];
                }
            }
        }

        return square * square * shared / product;
    }

    private static double[] Ratios(
        CompositeStructure structure, Matrix<double> correlations, IReadOnlyDictionary<string, IReadOnlyList<string>> blocks)
    {
        int count = structure.Count;
        double[] ratios = [.. Enumerable.Repeat(double.NaN, count * count)];
        int[] several = [.. Enumerable.Range(0, count).Where(construct => structure.SizeOf(construct) > 1)];
        for (int construct = 0; construct < count; construct++)
        {
            ratios[construct * (count + 1)] = 1;
        }

        if (several.Length < 2)
        {
            return ratios;
        }

        ConstructRatios all = new(structure.Indicators, new HeterotraitMonotraitRatioOptions
        {
            Constructs = several.ToDictionary(construct => structure.Constructs[construct], construct => blocks[structure.Constructs[construct]]),
        });
        double[] known = all.Of(Matrix<double>.Build.Dense(
            all.Assigned.Length, all.Assigned.Length, (i, j) => correlations[all.Assigned[i], all.Assigned[j]]));
        for (int i = 0; i < several.Length; i++)
        {
            for (int j = 0; j < several.Length; j++)
            {
                ratios[(several[i] * count) + several[j]] = known[(i * several.Length) + j];
            }
        }

        return ratios;
    }

    private static double EffectSize(CompositeStructure structure, CompositeModel model, (int From, int To) path)
    {
        int[] others = [.. structure.PredecessorsOf(path.To).Where(construct => construct != path.From)];
        double whole = model.RSquared[path.To];
        double without = 0;
        if (others.Length > 0)
        {
            Vector<double> shared = Vector<double>.Build.Dense(others.Length, i => model.Correlations[others[i], path.To]);
            without = shared.DotProduct(Matrix<double>.Build.Dense(
                others.Length, others.Length, (i, j) => model.Correlations[others[i], others[j]]).Solve(shared));
        }

        return (whole - without) / (1 - whole);
    }

    private static double[] Effects(CompositeStructure structure, CompositeModel model)
    {
        int count = structure.Count;
        Matrix<double> effects = Matrix<double>.Build.Dense(count, count);
        foreach (int to in structure.InOrder())
        {
            for (int path = 0; path < structure.Paths.Count; path++)
            {
                (int from, int end) = structure.Paths[path];
                if (end == to)
                {
                    effects[from, to] += model.Coefficients[path];
                    for (int origin = 0; origin < count; origin++)
                    {
                        effects[origin, to] += effects[origin, from] * model.Coefficients[path];
                    }
                }
            }
        }

        return effects.ToRowMajorArray();
    }
}
