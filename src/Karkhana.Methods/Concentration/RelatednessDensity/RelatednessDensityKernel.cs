namespace Karkhana.Methods.Concentration;

/// <summary>Adds the links to what each region is specialised in.</summary>
internal static class RelatednessDensityKernel
{
    /// <summary>Computes the densities, region after region.</summary>
    /// <remarks>Each cell is one sum in the order of the industries, whatever the width of the vectors.</remarks>
    public static double[] Run(
        SpecialisationTable table, double[] links, double[] all, double scale, CancellationToken cancellationToken)
    {
        int width = all.Length;
        double[] values = new double[table.Regions.Count * width];
        for (int r = 0; r < table.Regions.Count; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<double> row = values.AsSpan(r * width, width);
            foreach (int j in table.IndustriesOf[r])
            {
                ReadOnlySpan<double> link = links.AsSpan(j * width, width);
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += link[i];
                }
            }

            for (int i = 0; i < row.Length; i++)
            {
                row[i] = row[i] / all[i] * scale;
            }
        }

        return values;
    }
}
