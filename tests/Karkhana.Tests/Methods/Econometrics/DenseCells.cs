namespace Karkhana.Tests.Methods.Econometrics;

/// <summary>Fills dense matrices.</summary>
internal static class DenseCells
{
    public static double[,] Filled(this double[,] cells, Func<int, int, double> value)
    {
        for (int i = 0; i < cells.GetLength(0); i++)
        {
            for (int j = 0; j < cells.GetLength(1); j++)
            {
                cells[i, j] = value(i, j);
            }
        }

        return cells;
    }
}
