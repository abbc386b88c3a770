namespace Karkhana.Methods.Econometrics;

/// <summary>The groups' own terms of a mixed model given the outcomes, as of the last evaluation of its kernel: in
/// coordinates u with prior variance σ² each, which Λ turns into coefficients.</summary>
internal sealed class MixedModelPosterior(MixedModelKernel kernel)
{
    /// <summary>Gives the conditional means of one group of the first grouping, and their
    /// conditional covariance over σ², before Λ.</summary>
    public (double[] Means, double[,] Covariance) Group(int group, double[] coefficients, double[][] nodes)
    {
        int width = kernel.Own[group].Rows;
        double[] right = Remaining(kernel.OwnFixed[group], coefficients, 0, width);
        (int Node, double[] Block)[] met = kernel.Products.Links[group];
        for (int link = 0; link < met.Length; link++)
        {
            for (int i = 0; i < width; i++)
            {
                for (int j = 0; j < nodes[met[link].Node].Length; j++)
                {
                    right[i] -= kernel.Links[group][link][i, j].Value * nodes[met[link].Node][j];
                }
            }
        }

        return (kernel.Own[group].SolveUpper(right), GroupCovariance(group));
    }

    /// <summary>Gives the conditional means of the nodes.</summary>
    public double[][] Nodes(double[] coefficients)
    {
        double[][] nodes = new double[kernel.Products.FactorOfNode.Length][];
        double[][] parts = [.. kernel.Parts.Select((part, p) => part.SolveUpper(Remaining(kernel.PartFixed[p], coefficients, 0, part.Rows)))];
        for (int node = 0; node < nodes.Length; node++)
        {
            nodes[node] = parts[kernel.Products.PartOfNode[node]].AsSpan(kernel.Products.OffsetOfNode[node], kernel.WidthOf(node)).ToArray();
        }

        return nodes;
    }

    /// <summary>Gives the conditional covariance of a node over σ², before Λ.</summary>
    public double[,] NodeCovariance(int node)
    {
        int width = kernel.WidthOf(node);
        DualMatrix factor = kernel.Parts[kernel.Products.PartOfNode[node]];
        DualMatrix unit = new(factor.Rows, width);
        for (int i = 0; i < width; i++)
        {
            unit[kernel.Products.OffsetOfNode[node] + i, i] = 1;
        }

        factor.SolveLower(unit);
        return Squared(unit);
    }

    private double[,] GroupCovariance(int group)
    {
        int width = kernel.Own[group].Rows;
        DualMatrix unit = new(width, width);
        MixedModelKernel.AddIdentity(unit);
        kernel.Own[group].SolveLower(unit);
        double[,] covariance = Squared(unit);
        (int Node, double[] Block)[] met = kernel.Products.Links[group];
        if (met.Length == 0)
        {
            return covariance;
        }

        // M⁻¹ of the group and what the nodes, which are not known either, add to it.
        DualMatrix part = kernel.Parts[kernel.Products.PartOfNode[met[0].Node]];
        DualMatrix through = new(part.Rows, width);
        for (int link = 0; link < met.Length; link++)
        {
            DualMatrix block = kernel.Links[group][link];
            for (int i = 0; i < block.Columns; i++)
            {
                for (int j = 0; j < width; j++)
                {
                    for (int k = 0; k < width; k++)
                    {
                        through[kernel.Products.OffsetOfNode[met[link].Node] + i, j] += block[k, i] * unit[k, j];
                    }
                }
            }
        }

        part.SolveLower(through);
        double[,] added = Squared(through);
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < width; j++)
            {
                covariance[i, j] += added[i, j];
            }
        }

        return covariance;
    }

    private static double[] Remaining(DualMatrix fixedPart, double[] coefficients, int first, int count)
    {
        double[] right = new double[count];
        for (int i = 0; i < count; i++)
        {
            right[i] = fixedPart[first + i, coefficients.Length].Value;
            for (int term = 0; term < coefficients.Length; term++)
            {
                right[i] -= fixedPart[first + i, term].Value * coefficients[term];
            }
        }

        return right;
    }

    private static double[,] Squared(DualMatrix factor)
    {
        double[,] product = new double[factor.Columns, factor.Columns];
        for (int i = 0; i < factor.Columns; i++)
        {
            for (int j = 0; j < factor.Columns; j++)
            {
                for (int k = 0; k < factor.Rows; k++)
                {
                    product[i, j] += factor[k, i].Value * factor[k, j].Value;
                }
            }
        }

        return product;
    }
}
