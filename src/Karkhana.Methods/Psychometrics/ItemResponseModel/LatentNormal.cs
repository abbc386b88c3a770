namespace Karkhana.Methods.Psychometrics;

/// <summary>A normal distribution of the latent variable in the form of an exponential family on the nodes.</summary>
/// <remarks>ln w_q = base_q + η₁θ_q + η₂θ_q² − A with η₁ = μ/σ², η₂ = −1/(2σ²), A so that the weights add to 1: on a grid that
/// cuts the tails the likelihood is that of the cut distribution, and its derivatives are exact.</remarks>
/// <param name="Mean">μ.</param>
/// <param name="LogDeviation">ln σ.</param>
internal readonly record struct LatentNormal(double Mean, double LogDeviation)
{
    /// <summary>Gets 1/σ².</summary>
    public double Precision => Math.Exp(-2 * LogDeviation);

    /// <summary>Gets η₁.</summary>
    public double Linear => Mean * Precision;

    /// <summary>Gets η₂.</summary>
    public double Quadratic => -0.5 * Precision;

    /// <summary>Fills in ln w at all nodes, padding included.</summary>
    public void FillLogWeights(NodeGrid grid, Span<double> logs)
    {
        (double linear, double quadratic) = (Linear, Quadratic);
        double greatest = double.NegativeInfinity;
        for (int q = 0; q < grid.Count; q++)
        {
            logs[q] = grid.Base[q] + (linear * grid.Nodes[q]) + (quadratic * grid.Nodes[q] * grid.Nodes[q]);
            greatest = Math.Max(greatest, logs[q]);
        }

        double total = 0;
        for (int q = 0; q < grid.Count; q++)
        {
            total += Math.Exp(logs[q] - greatest);
        }

        double shift = greatest + Math.Log(total);
        for (int q = 0; q < grid.Count; q++)
        {
            logs[q] -= shift;
        }

        logs[grid.Count..].Fill(double.NegativeInfinity);
    }
}
