using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>All that a mixed model needs to know of its rows: cross-products by group and pair of groups that meet.</summary>
/// <remarks>
/// Z is made of the grouping with the most coefficients, whose groups never meet, and of the others, whose groups are
/// called nodes here. Nodes that meet through a group of the first grouping form a part; parts never meet. The shared
/// terms enter as the orthonormal Q of their least-squares fit, and the outcome as its residual.
/// </remarks>
internal sealed class MixedModelProducts
{
    private const int MostTogether = 4000;

    private readonly Dictionary<(int Group, int Node), double[]> _links = [];
    private readonly Dictionary<(int Node, int Other), double[]> _pairs = [];
    private readonly GroupingFactor[] _factors;
    private readonly int[] _firstNode;

    public MixedModelProducts(MixedModelDesign design)
    {
        _factors = design.Factors;
        _firstNode = new int[_factors.Length + 1];
        for (int factor = 1; factor < _factors.Length; factor++)
        {
            _firstNode[factor + 1] = _firstNode[factor] + _factors[factor].Levels.Length;
        }

        int nodes = _firstNode[_factors.Length];
        FactorOfNode = new int[nodes];
        for (int factor = 1; factor < _factors.Length; factor++)
        {
            Array.Fill(FactorOfNode, factor, _firstNode[factor], _factors[factor].Levels.Length);
        }

        FixedWidth = design.Fit.TermCount + 1;
        Residual = Sums.Dot(design.Fit.Residuals, design.Fit.Residuals);
        (Own, OwnFixed) = (Blocks(_factors[0].Levels.Length, _ => _factors[0].Width * _factors[0].Width), Blocks(_factors[0].Levels.Length, _ => _factors[0].Width * FixedWidth));
        NodeFixed = Blocks(nodes, node => _factors[FactorOfNode[node]].Width * FixedWidth);
        for (int row = 0; row < design.Fit.Rows; row++)
        {
            AddRow(design.Fit, row);
        }

        Links = [.. Enumerable.Range(0, Own.Length).Select(_ => Array.Empty<(int, double[])>())];
        foreach (IGrouping<int, KeyValuePair<(int Group, int Node), double[]>> group in _links.OrderBy(link => link.Key).GroupBy(link => link.Key.Group))
        {
            Links[group.Key] = [.. group.Select(link => (link.Key.Node, link.Value))];
        }

        Pairs = [.. _pairs.OrderBy(pair => pair.Key).Select(pair => (pair.Key.Node, pair.Key.Other, pair.Value))];
        (PartOfNode, OffsetOfNode, PartSizes) = Part(nodes);
    }

    /// <summary>Gets the number of shared terms and one for the outcome.</summary>
    public int FixedWidth { get; }

    /// <summary>Gets the residual sum of squares without groups.</summary>
    public double Residual { get; }

    /// <summary>Gets Z'Z of each group of the first grouping.</summary>
    public double[][] Own { get; }

    /// <summary>Gets Z'[Q e] of each group of the first grouping.</summary>
    public double[][] OwnFixed { get; }

    /// <summary>Gets by group of the first grouping the nodes that it meets, with Z'Z of both.</summary>
    public (int Node, double[] Block)[][] Links { get; }

    /// <summary>Gets the pairs of nodes that meet in a row, the later one first, with Z'Z of both.</summary>
    public (int Node, int Other, double[] Block)[] Pairs { get; }

    public double[][] NodeFixed { get; }

    public int[] FactorOfNode { get; }

    public int[] PartOfNode { get; }

    /// <summary>Gets the first row of each node within its part.</summary>
    public int[] OffsetOfNode { get; }

    public int[] PartSizes { get; }

    public int NodeOf(int factor, int level) => _firstNode[factor] + level;

    private static double[][] Blocks(int count, Func<int, int> size) => [.. Enumerable.Range(0, count).Select(i => new double[size(i)])];

    private void AddRow(LeastSquaresFit fit, int row)
    {
        GroupingFactor first = _factors[0];
        int group = first.Positions[row];
        AddProduct(Own[group], first, first, row);
        AddFixed(OwnFixed[group], first, fit, row);
        for (int f = 1; f < _factors.Length; f++)
        {
            int node = NodeOf(f, _factors[f].Positions[row]);
            AddFixed(NodeFixed[node], _factors[f], fit, row);
            AddProduct(Found(_links, (group, node), first.Width * _factors[f].Width), first, _factors[f], row);
            for (int g = 1; g <= f; g++)
            {
                int other = NodeOf(g, _factors[g].Positions[row]);
                AddProduct(Found(_pairs, (node, other), _factors[f].Width * _factors[g].Width), _factors[f], _factors[g], row);
            }
        }
    }

    private static double[] Found(Dictionary<(int, int), double[]> blocks, (int, int) key, int size)
    {
        if (!blocks.TryGetValue(key, out double[]? block))
        {
            blocks.Add(key, block = new double[size]);
        }

        return block;
    }

    private static void AddProduct(double[] block, GroupingFactor left, GroupingFactor right, int row)
    {
        for (int i = 0; i < left.Width; i++)
        {
            for (int j = 0; j < right.Width; j++)
            {
                block[(i * right.Width) + j] += left.Columns[i][row] * right.Columns[j][row];
            }
        }
    }

    private static void AddFixed(double[] block, GroupingFactor factor, LeastSquaresFit fit, int row)
    {
        int width = fit.TermCount + 1;
        for (int i = 0; i < factor.Width; i++)
        {
            double value = factor.Columns[i][row];
            for (int j = 0; j < fit.TermCount; j++)
            {
                block[(i * width) + j] += value * fit.Q.At(row, j);
            }

            block[(i * width) + fit.TermCount] += value * fit.Residuals[row];
        }
    }

    private (int[] Part, int[] Offset, int[] Sizes) Part(int nodes)
    {
        int[] parent = [.. Enumerable.Range(0, nodes)];
        int Root(int node)
        {
            while (parent[node] != node)
            {
                node = parent[node] = parent[parent[node]];
            }

            return node;
        }

        foreach ((int Node, double[] Block)[] met in Links)
        {
            for (int i = 1; i < met.Length; i++)
            {
                parent[Root(met[i].Node)] = Root(met[0].Node);
            }
        }

        ClusterGroups parts = ClusterGroups.Number([.. Enumerable.Range(0, nodes).Select(Root)]);
        int[] offsets = new int[nodes];
        int[] sizes = new int[parts.Count];
        for (int node = 0; node < nodes; node++)
        {
            offsets[node] = sizes[parts.ByRow[node]];
            sizes[parts.ByRow[node]] += _factors[FactorOfNode[node]].Width;
        }

        int most = sizes.DefaultIfEmpty().Max();
        Require.That(most <= MostTogether, nameof(LinearMixedModelOptions.Random), FormattableString.Invariant(
            $"must not tie more than {MostTogether} coefficients of crossed groupings together; the groups of all but {_factors[0].Name} come to {most}"));
        return (parts.ByRow, offsets, sizes);
    }
}
