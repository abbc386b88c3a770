using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Where each parameter of a multi-group measurement model stands, in a list without repetition.</summary>
/// <remarks>
/// Every item loads on one construct. Factor variances are 1 and factor means 0 in the first group, and in the others as
/// long as nothing that would tell their scale is equal: variances come free with equal loadings, means with equal
/// intercepts. A model without means leaves the intercepts out: they reproduce the means exactly.
/// </remarks>
internal sealed class MeasurementModel
{
    private const int Fixed = -1;

    private readonly int[][] _loadings;
    private readonly int[][] _residuals;
    private readonly int[][] _intercepts;
    private readonly int[][,] _covariances;
    private readonly int[][] _factorMeans;

    private MeasurementModel(ConstructItems constructs, int groups, InvarianceLevel level, bool means)
    {
        (Constructs, Groups, HasMeans) = (constructs, groups, means);
        int items = constructs.ConstructOf.Length;
        int factors = constructs.Constructs.Count;
        _loadings = Block(items, level >= InvarianceLevel.Metric);
        _residuals = Block(items, level >= InvarianceLevel.Strict);
        _intercepts = means ? Block(items, level >= InvarianceLevel.Scalar) : [];
        _covariances = [.. Enumerable.Range(0, groups).Select(
            group => CovarianceBlock(factors, freeVariances: group > 0 && level >= InvarianceLevel.Metric))];
        _factorMeans = [.. Enumerable.Range(0, groups).Select(group => means && group > 0 && level >= InvarianceLevel.Scalar
            ? Next(factors)
            : [.. Enumerable.Repeat(Fixed, factors)])];
    }

    /// <summary>Gets the constructs.</summary>
    public ConstructItems Constructs { get; }

    /// <summary>Gets the number of groups.</summary>
    public int Groups { get; }

    /// <summary>Gets a value indicating whether means are modelled.</summary>
    public bool HasMeans { get; }

    /// <summary>Gets the number of different parameters.</summary>
    public int Parameters { get; private set; }

    /// <summary>Gets the number of means and covariances less the parameters.</summary>
    public int DegreesOfFreedom
    {
        get
        {
            int items = Constructs.ConstructOf.Length;
            return (Groups * ((items * (items + 1) / 2) + (HasMeans ? items : 0))) - Parameters;
        }
    }

    public static MeasurementModel Of(ConstructItems constructs) => new(constructs, 1, InvarianceLevel.Configural, means: false);

    public static MeasurementModel Of(ConstructItems constructs, int groups, InvarianceLevel level) =>
        new(constructs, groups, level, means: true);

    /// <summary>Refuses a model with more parameters than there are means and covariances.</summary>
    public void RequireIdentified(string name) => Require.That(DegreesOfFreedom >= 0, name, FormattableString.Invariant(
        $"must leave no fewer covariances than parameters; degrees of freedom were {DegreesOfFreedom}"));

    /// <summary>Gives the position of the loading of an item.</summary>
    public int Loading(int group, int item) => _loadings[group][item];

    /// <summary>Gives the position of the covariance of two constructs, or −1 when it is fixed.</summary>
    public int FactorCovariance(int group, int factor, int other) =>
        _covariances[group][Math.Max(factor, other), Math.Min(factor, other)];

    /// <summary>Gives the position of the mean of a construct, or −1 when it is fixed.</summary>
    public int FactorMean(int group, int factor) => _factorMeans[group][factor];

    /// <summary>Gives the matrices of a group.</summary>
    public ModelMatrices At(Vector<double> parameters, int group)
    {
        int items = Constructs.ConstructOf.Length;
        int factors = Constructs.Constructs.Count;
        return new ModelMatrices(
            Matrix<double>.Build.Dense(
                items, factors, (item, factor) => Constructs.ConstructOf[item] == factor ? parameters[_loadings[group][item]] : 0),
            Matrix<double>.Build.Dense(
                factors, factors, (a, b) => FactorCovariance(group, a, b) is int at and not Fixed ? parameters[at] : 1),
            Vector<double>.Build.Dense(items, item => parameters[_residuals[group][item]]),
            Vector<double>.Build.Dense(items, item => HasMeans ? parameters[_intercepts[group][item]] : 0),
            Vector<double>.Build.Dense(factors, factor => FactorMean(group, factor) is int at and not Fixed ? parameters[at] : 0));
    }

    /// <summary>Gives the parameters that come nearest to matrices by group: means over the groups that share one.</summary>
    public Vector<double> Parametrise(IReadOnlyList<ModelMatrices> groups)
    {
        Vector<double> sums = Vector<double>.Build.Dense(Parameters);
        Vector<double> counts = Vector<double>.Build.Dense(Parameters);
        for (int group = 0; group < Groups; group++)
        {
            ModelMatrices matrices = groups[group];
            for (int item = 0; item < Constructs.ConstructOf.Length; item++)
            {
                Add(_loadings[group][item], matrices.Loadings[item, Constructs.ConstructOf[item]]);
                Add(_residuals[group][item], matrices.Residuals[item]);
                Add(HasMeans ? _intercepts[group][item] : Fixed, matrices.Intercepts[item]);
            }

            for (int factor = 0; factor < Constructs.Constructs.Count; factor++)
            {
                Add(_factorMeans[group][factor], matrices.FactorMeans[factor]);
                for (int other = 0; other <= factor; other++)
                {
                    Add(_covariances[group][factor, other], matrices.FactorCovariances[factor, other]);
                }
            }
        }

        return sums.PointwiseDivide(counts);

        void Add(int position, double value)
        {
            if (position != Fixed)
            {
                sums[position] += value;
                counts[position]++;
            }
        }
    }

    /// <summary>Gives the path diagram of a group: items first, then constructs.</summary>
    public PathDiagram Diagram(int group)
    {
        int items = Constructs.ConstructOf.Length;
        int factors = Constructs.Constructs.Count;
        List<Arrow> arrows = [];
        for (int item = 0; item < items; item++)
        {
            arrows.Add(new Arrow(ArrowKind.Path, item, items + Constructs.ConstructOf[item], _loadings[group][item]));
            arrows.Add(new Arrow(ArrowKind.Covariance, item, item, _residuals[group][item]));
            if (HasMeans)
            {
                arrows.Add(new Arrow(ArrowKind.Mean, item, item, _intercepts[group][item]));
            }
        }

        for (int factor = 0; factor < factors; factor++)
        {
            arrows.Add(new Arrow(ArrowKind.Mean, items + factor, items + factor, _factorMeans[group][factor]));
            for (int other = 0; other <= factor; other++)
            {
                arrows.Add(new Arrow(ArrowKind.Covariance, items + factor, items + other, _covariances[group][factor, other], Held: 1));
            }
        }

        return new PathDiagram(items, items + factors, arrows, HasMeans);
    }

    private int[] Next(int count)
    {
        Parameters += count;
        return [.. Enumerable.Range(Parameters - count, count)];
    }

    private int[][] Block(int count, bool equal)
    {
        int[] first = Next(count);
        return [.. Enumerable.Range(0, Groups).Select(group => group == 0 || equal ? first : Next(count))];
    }

    private int[,] CovarianceBlock(int factors, bool freeVariances)
    {
        int[,] block = new int[factors, factors];
        for (int factor = 0; factor < factors; factor++)
        {
            for (int other = 0; other <= factor; other++)
            {
                block[factor, other] = factor != other || freeVariances ? Next(1)[0] : Fixed;
            }
        }

        return block;
    }
}
