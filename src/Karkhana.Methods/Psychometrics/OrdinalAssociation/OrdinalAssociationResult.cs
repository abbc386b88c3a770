namespace Karkhana.Methods.Psychometrics;

/// <summary>How two ordered classifications of the same units go together.</summary>
/// <param name="Concordant">Pairs of units that both put into the same order.</param>
/// <param name="Discordant">Pairs that they put into opposite orders.</param>
/// <param name="Gamma">(C − D)/(C + D): of the pairs that both tell apart; NaN when there is none.</param>
/// <param name="TauB">Kendall's τ_b, which counts ties; NaN when one side does not vary.</param>
public sealed record OrdinalAssociationResult(double Concordant, double Discordant, double Gamma, double TauB)
{
    /// <summary>Gets the share of pairs in opposite orders among those that both tell apart; NaN when there is
    /// none.</summary>
    public double ReversedShare => Discordant / (Concordant + Discordant);
}
