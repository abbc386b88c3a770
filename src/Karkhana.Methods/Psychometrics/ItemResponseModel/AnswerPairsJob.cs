using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Σ w E[s s'] over the parameters of two different items: from the expected counts of every pair of answers at every
/// node, a tile of item pairs at a time.</summary>
/// <remarks>A tile's counts stay in the cache while all patterns pass by; each tile is the work of one worker from the first
/// pattern to the last, so that the order of additions is fixed. Cost: pairs of answers × nodes.</remarks>
internal sealed class AnswerPairsJob : IReplicateJob<ReplicateSums>
{
    private const int CellsPerSide = 24;

    private readonly MarginalProblem _problem;
    private readonly CurveScores _scores;
    private readonly (int First, int End)[] _sides; // cells of whole instances
    private readonly int[] _instanceOf; // by cell
    private readonly (int Row, int Column)[] _tiles;
    private readonly double[][] _products; // by tile: score rows of one side × score rows of the other

    /// <summary>Initialises the job.</summary>
    /// <param name="problem">Data and layout; its posterior must be that of the parameters of the scores.</param>
    /// <param name="scores">The curves' derivatives.</param>
    public AnswerPairsJob(MarginalProblem problem, CurveScores scores)
    {
        _problem = problem;
        _scores = scores;
        _sides = Sides(problem.Layout);
        _instanceOf = [.. problem.Layout.Instances.SelectMany((instance, at) => Enumerable.Repeat(at, instance.Categories))];
        _tiles = [.. Enumerable.Range(0, _sides.Length).SelectMany(row => Enumerable.Range(0, row + 1).Select(column => (row, column)))];
        _products = new double[_tiles.Length][];
    }

    public string Stage => "pairing answers";

    public int Replicates => _tiles.Length;

    public int BlockSize => 1;

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        for (int tile = range.First; tile < range.End; tile++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int row, int column) = _tiles[tile];
            double[] counts = Count(_sides[row], _sides[column]);
            _products[tile] = Products(_sides[row], _sides[column], counts);
        }

        return new ReplicateSums([]);
    }

    /// <summary>Adds what all tiles gave to both triangles of a matrix, row by row.</summary>
    public void AddTo(double[] matrix, int width)
    {
        for (int tile = 0; tile < _tiles.Length; tile++)
        {
            (int first, int end) = RowsOf(_sides[_tiles[tile].Row]);
            (int otherFirst, int otherEnd) = RowsOf(_sides[_tiles[tile].Column]);
            for (int row = first; row < end; row++)
            {
                for (int other = otherFirst; other < otherEnd; other++)
                {
                    double product = _products[tile][((row - first) * (otherEnd - otherFirst)) + other - otherFirst];
                    (int a, int b) = (_scores.Indices[row], _scores.Indices[other]);
                    matrix[(a * width) + b] += product;
                    matrix[(b * width) + a] += product;
                }
            }
        }
    }

    private static (int First, int End)[] Sides(ParameterLayout layout)
    {
        List<(int First, int End)> sides = [];
        int first = 0;
        foreach (ItemInstance instance in layout.Instances)
        {
            if (instance.EndCell - first > CellsPerSide && instance.FirstCell > first)
            {
                sides.Add((first, instance.FirstCell));
                first = instance.FirstCell;
            }
        }

        sides.Add((first, layout.CellCount));
        return [.. sides];
    }

    private (int First, int End) RowsOf((int First, int End) side) => (_scores.Starts[side.First], _scores.Starts[side.End]);

    // Within a side each pair is counted once, the later item first.
    private double[] Count((int First, int End) side, (int First, int End) other)
    {
        (AnswerPatterns patterns, PosteriorStore posterior, int stride) = (_problem.Patterns, _problem.Posterior, _problem.Grid.Stride);
        int width = other.End - other.First;
        double[] counts = new double[(side.End - side.First) * width * stride];
        for (int pattern = 0; pattern < patterns.Count; pattern++)
        {
            ReadOnlySpan<int> cells = patterns.CellsOf(pattern);
            ReadOnlySpan<int> rows = Within(cells, side);
            ReadOnlySpan<int> columns = Within(cells, other);
            ReadOnlySpan<double> window = posterior.Window(pattern);
            int first = posterior.First[pattern];
            double weight = patterns.Weights[pattern];
            for (int at = 0; at < rows.Length; at++)
            {
                int from = (rows[at] - side.First) * width;
                foreach (int column in side == other ? columns[..at] : columns)
                {
                    NodeVectors.AddScaled(
                        counts.AsSpan(((from + column - other.First) * stride) + first, window.Length), window, weight);
                }
            }
        }

        return counts;
    }

    private static ReadOnlySpan<int> Within(ReadOnlySpan<int> cells, (int First, int End) side)
    {
        int from = 0;
        while (from < cells.Length && cells[from] < side.First)
        {
            from++;
        }

        int to = from;
        while (to < cells.Length && cells[to] < side.End)
        {
            to++;
        }

        return cells[from..to];
    }

    private double[] Products((int First, int End) side, (int First, int End) other, double[] counts)
    {
        int stride = _problem.Grid.Stride;
        (int first, int end) = RowsOf(side);
        (int otherFirst, int otherEnd) = RowsOf(other);
        double[] products = new double[(end - first) * (otherEnd - otherFirst)];
        double[] weighted = new double[stride];
        for (int cell = side.First; cell < side.End; cell++)
        {
            for (int column = other.First; column < other.End && _instanceOf[column] < _instanceOf[cell]; column++)
            {
                ReadOnlySpan<double> pair = counts.AsSpan((((cell - side.First) * (other.End - other.First)) + column - other.First) * stride, stride);
                for (int row = _scores.Starts[cell]; row < _scores.Starts[cell + 1]; row++)
                {
                    NodeVectors.Multiply(pair, _scores.Row(row), weighted);
                    int to = ((row - first) * (otherEnd - otherFirst)) - otherFirst;
                    for (int across = _scores.Starts[column]; across < _scores.Starts[column + 1]; across++)
                    {
                        products[to + across] += Sums.Dot(weighted, _scores.Row(across));
                    }
                }
            }
        }

        return products;
    }
}
