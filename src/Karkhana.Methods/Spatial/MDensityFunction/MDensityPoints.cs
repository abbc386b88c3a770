namespace Karkhana.Methods.Spatial;

/// <summary>Points, on a plane in the order of x, with what the m function needs of each.</summary>
internal sealed class MDensityPoints
{
    public MDensityPoints(PointPattern points, MDensityFunctionOptions options, NeighbourSearch? search)
    {
        int n = points.Count;
        bool[] reference = points.Are(options.Reference);
        bool[] neighbour = points.Are(options.Neighbour ?? options.Reference);
        bool same = options.Neighbour is null || options.Neighbour == options.Reference;
        double[] weights = points.WeightsOrOnes();
        (double all, double neighbours) = (0, 0);
        for (int i = 0; i < n; i++)
        {
            all += weights[i];
            neighbours += neighbour[i] ? weights[i] : 0;
        }

        int[] order = [.. Enumerable.Range(0, n)];
        X = [.. points.X];
        if (search is null)
        {
            Array.Sort(X, order);
        }

        Search = search;
        Y = new double[n];
        Weights = new double[n];
        NeighbourWeights = new double[n];
        List<int> references = [];
        List<double> globals = [];
        for (int rank = 0; rank < n; rank++)
        {
            int i = order[rank];
            (Y[rank], Weights[rank]) = (points.Y[i], weights[i]);
            NeighbourWeights[rank] = neighbour[i] ? weights[i] : 0;
            if (reference[i])
            {
                references.Add(rank);
                globals.Add((same ? neighbours - weights[i] : neighbours) / (all - weights[i]));
            }
        }

        References = [.. references];
        Globals = [.. globals];
    }

    /// <summary>Gets what finds neighbours; null on a plane.</summary>
    public NeighbourSearch? Search { get; }

    /// <summary>Gets a value indicating whether distances are listed rather than computed.</summary>
    public bool Listed { get; init; }

    /// <summary>Gets the eastings, ascending on a plane.</summary>
    public double[] X { get; }

    /// <summary>Gets the northings.</summary>
    public double[] Y { get; }

    /// <summary>Gets the weights.</summary>
    public double[] Weights { get; }

    /// <summary>Gets the weights of the points of the neighbour type, 0 for others.</summary>
    public double[] NeighbourWeights { get; }

    /// <summary>Gets the ranks of the reference points.</summary>
    public int[] References { get; }

    /// <summary>Gets the share of the neighbour type among all points but one, for each reference point.</summary>
    public double[] Globals { get; }
}
