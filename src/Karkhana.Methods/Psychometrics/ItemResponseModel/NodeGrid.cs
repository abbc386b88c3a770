namespace Karkhana.Methods.Psychometrics;

/// <summary>The nodes in a length that vectors divide, with what each weighs before the latent distribution comes in.</summary>
internal sealed class NodeGrid
{
    /// <summary>The nodes of one vector; tables are padded to a multiple of it.</summary>
    public const int Lanes = 4;

    private NodeGrid(double[] nodes, double[] weights)
    {
        Nodes = nodes;
        Base = weights;
    }

    /// <summary>Gets the nodes; padding holds 0.</summary>
    public double[] Nodes { get; }

    /// <summary>Gets the logarithms of what the nodes weigh; −∞ where there is none.</summary>
    public double[] Base { get; }

    /// <summary>Gets the number of nodes without padding.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the length of a row of node values.</summary>
    public int Stride => Nodes.Length;

    /// <summary>Makes the grid of the options.</summary>
    public static NodeGrid Of(ItemResponseModelOptions options)
    {
        bool equal = options.Quadrature == Quadrature.EquallySpaced;
        LatentGrid grid = equal ? LatentGrid.EquallySpaced(options.Nodes, options.Range) : LatentGrid.GaussHermite(options.Nodes);
        int stride = (grid.Count + Lanes - 1) / Lanes * Lanes;
        double[] nodes = new double[stride];
        double[] weights = new double[stride];
        Array.Fill(weights, double.NegativeInfinity);
        for (int q = 0; q < grid.Count; q++)
        {
            nodes[q] = grid.Nodes[q];
            // Over the standard normal density, so that the latent distribution multiplies it back in.
            weights[q] = equal ? 0 : Math.Log(grid.Weights[q]) + (grid.Nodes[q] * grid.Nodes[q] / 2);
        }

        return new NodeGrid(nodes, weights) { Count = grid.Count };
    }
}
