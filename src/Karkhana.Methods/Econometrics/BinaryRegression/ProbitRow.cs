namespace Karkhana.Methods.Econometrics;

/// <summary>A row of a probit: y ln Φ(η) + (1 − y) ln Φ(−η).</summary>
internal readonly struct ProbitRow(double[] outcome) : IIndexModel
{
    public RowLikelihood At(int row, double index, double shape)
    {
        double y = outcome[row];
        (double value, double slope, double curvature) = (0, 0, 0);
        if (y > 0)
        {
            double ratio = NormalTail.InverseMills(index);
            (value, slope, curvature) = (y * NormalTail.LogLower(index), y * ratio, y * ratio * (ratio + index));
        }

        if (y < 1)
        {
            double ratio = NormalTail.InverseMills(-index);
            value += (1 - y) * NormalTail.LogLower(-index);
            slope -= (1 - y) * ratio;
            curvature += (1 - y) * ratio * (ratio - index);
        }

        return new RowLikelihood(value, slope, curvature);
    }
}
