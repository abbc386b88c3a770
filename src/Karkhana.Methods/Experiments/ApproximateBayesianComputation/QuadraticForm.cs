namespace Karkhana.Methods.Experiments;

/// <summary>x′Ax.</summary>
internal static class QuadraticForm
{
    public static double Of(double[,] matrix, ReadOnlySpan<double> vector)
    {
        double form = 0;
        for (int row = 0; row < vector.Length; row++)
        {
            double product = 0;
            for (int column = 0; column < vector.Length; column++)
            {
                product += matrix[row, column] * vector[column];
            }

            form += vector[row] * product;
        }

        return form;
    }
}
