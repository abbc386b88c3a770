namespace Karkhana.Methods;

/// <summary>What a model leaves of means and covariances.</summary>
internal static class StandardisedResiduals
{
    /// <summary>Gives the root mean square of (s_ij − σ_ij)/√(s_ii s_jj), i ≤ j, and of (x̄ − μ)/√s_ii where means are
    /// modelled.</summary>
    public static double RootMeanSquare(SaturatedMoments sample, DiagramMoments implied, bool hasMeans)
    {
        int variables = sample.Means.Count;
        double squares = 0;
        for (int i = 0; i < variables; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double residual = sample.Covariances[i, j] - implied.Covariances[i, j];
                squares += residual * residual / (sample.Covariances[i, i] * sample.Covariances[j, j]);
            }

            double distance = hasMeans ? sample.Means[i] - implied.Means[i] : 0;
            squares += distance * distance / sample.Covariances[i, i];
        }

        return Math.Sqrt(squares / ((variables * (variables + 1) / 2) + (hasMeans ? variables : 0)));
    }
}
