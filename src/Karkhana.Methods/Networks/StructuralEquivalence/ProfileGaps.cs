namespace Karkhana.Methods.Networks;

/// <summary>Sums over third nodes of the ties of two nodes.</summary>
/// <param name="Squares">Squared differences.</param>
/// <param name="Absolute">Absolute differences.</param>
/// <param name="Cross">Products.</param>
/// <param name="First">Ties of the first.</param>
/// <param name="Second">Ties of the second.</param>
/// <param name="FirstSquares">Squared ties of the first.</param>
/// <param name="SecondSquares">Squared ties of the second.</param>
internal readonly record struct ProfileGaps(
    double Squares, double Absolute, double Cross, double First, double Second, double FirstSquares, double SecondSquares)
{
    /// <summary>Adds the ties of both nodes in one direction, those with each other left out.</summary>
    public ProfileGaps With(Graph ties, int i, int j)
    {
        ProfileGaps sums = this;
        ReadOnlySpan<int> of = ties.Targets(i);
        ReadOnlySpan<double> values = ties.Values(i);
        ReadOnlySpan<int> others = ties.Targets(j);
        ReadOnlySpan<double> otherValues = ties.Values(j);
        (int a, int b) = (0, 0);
        while (a < of.Length || b < others.Length)
        {
            int here = a < of.Length ? of[a] : int.MaxValue;
            int there = b < others.Length ? others[b] : int.MaxValue;
            int third = Math.Min(here, there);
            double x = here == third ? values[a++] : 0;
            double y = there == third ? otherValues[b++] : 0;
            if (third != i && third != j)
            {
                sums = new ProfileGaps(
                    sums.Squares + ((x - y) * (x - y)), sums.Absolute + Math.Abs(x - y), sums.Cross + (x * y),
                    sums.First + x, sums.Second + y, sums.FirstSquares + (x * x), sums.SecondSquares + (y * y));
            }
        }

        return sums;
    }

    /// <summary>Gives the Pearson correlation over as many cells; NaN when a node has the same with all.</summary>
    public double Correlation(double cells)
    {
        double spread = FirstSquares - (First * First / cells);
        double otherSpread = SecondSquares - (Second * Second / cells);
        return spread > 1e-12 * FirstSquares && otherSpread > 1e-12 * SecondSquares
            ? (Cross - (First * Second / cells)) / Math.Sqrt(spread) / Math.Sqrt(otherSpread)
            : double.NaN;
    }
}
