namespace Karkhana.Methods.Concentration;

/// <summary>Adds up products of shares over regions; regions without an industry cost nothing.</summary>
internal static class CoagglomerationKernel
{
    /// <summary>Computes γ of all pairs, γ_ij = (Σ s_i s_j − Σ s_i x − Σ s_j x + X2) / (1 − X2).</summary>
    /// <param name="cells">The plants by region.</param>
    /// <param name="members">Positions of the industries wanted, ascending.</param>
    /// <param name="x">Reference shares of the regions.</param>
    /// <param name="cancellationToken">Looked at between regions.</param>
    /// <returns>The full matrix, row after row; NaN without a second region, and for industries without
    /// employment.</returns>
    public static double[] Run(RegionIndustryCells cells, int[] members, double[] x, CancellationToken cancellationToken)
    {
        int width = members.Length;
        int[] slotOf = Slots(cells.Industries.Codes.Length, members);
        double[] products = new double[width * width];
        double[] cross = new double[width];
        int[] slots = new int[width];
        double[] shares = new double[width];
        double x2 = 0;
        for (int r = 0; r < x.Length; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            x2 += x[r] * x[r];
            int count = Gather(cells, r, slotOf, slots, shares);
            for (int a = 0; a < count; a++)
            {
                cross[slots[a]] += shares[a] * x[r];
                Span<double> row = products.AsSpan(slots[a] * width, width);
                for (int b = a; b < count; b++)
                {
                    row[slots[b]] += shares[a] * shares[b];
                }
            }
        }

        return Finish(products, cross, x2, [.. members.Select(member => cells.IndustryTotals[member] > 0)]);
    }

    private static int[] Slots(int industries, int[] members)
    {
        int[] slotOf = new int[industries];
        Array.Fill(slotOf, -1);
        for (int slot = 0; slot < members.Length; slot++)
        {
            slotOf[members[slot]] = slot;
        }

        return slotOf;
    }

    private static int Gather(RegionIndustryCells cells, int region, int[] slotOf, int[] slots, double[] shares)
    {
        ReadOnlySpan<int> industries = cells.IndustriesOf(region);
        ReadOnlySpan<double> employment = cells.EmploymentOf(region);
        int count = 0;
        for (int cell = 0; cell < industries.Length; cell++)
        {
            int slot = slotOf[industries[cell]];
            if (slot >= 0 && employment[cell] > 0)
            {
                slots[count] = slot;
                shares[count++] = employment[cell] / cells.IndustryTotals[industries[cell]];
            }
        }

        return count;
    }

    private static double[] Finish(double[] products, double[] cross, double x2, bool[] known)
    {
        int width = known.Length;
        double rest = 1 - x2;
        for (int i = 0; i < width; i++)
        {
            for (int j = i; j < width; j++)
            {
                double value = rest > 0 && known[i] && known[j]
                    ? (products[(i * width) + j] - cross[i] - cross[j] + x2) / rest
                    : double.NaN;
                products[(i * width) + j] = value;
                products[(j * width) + i] = value;
            }
        }

        return products;
    }
}
