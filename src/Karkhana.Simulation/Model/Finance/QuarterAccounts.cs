namespace Karkhana.Simulation;

/// <summary>The money of a firm in a quarter; its cash changes by exactly this (T16).</summary>
/// <param name="Revenue">What it sold, at its price.</param>
/// <param name="Production">What making it cost, wages of idle workers included.</param>
/// <param name="Contribution">What it gave to joint action.</param>
/// <param name="Effort">What it spent on learning.</param>
/// <param name="Subsidy">What a policy paid it.</param>
/// <param name="Withdrawal">What its owner took out.</param>
internal readonly record struct QuarterAccounts(
    double Revenue, double Production, double Contribution, double Effort, double Subsidy, double Withdrawal)
{
    /// <summary>Gets what is left before the owner takes anything.</summary>
    public double Profit => Revenue - Production - Contribution - Effort + Subsidy;

    /// <summary>Gets the costs of the identity of framework T16: all but effort.</summary>
    public double Costs => Production + Contribution + Withdrawal;

    /// <summary>Gets Δcash = revenue − costs − effort + subsidy.</summary>
    public double CashChange => Revenue - Costs - Effort + Subsidy;

    /// <summary>Gets what stays in the firm over what the quarter cost; 0 when nothing was spent.</summary>
    public double Profitability
    {
        get
        {
            double spent = Production + Contribution + Effort;
            return spent > 0 ? (Profit - Withdrawal) / spent : 0;
        }
    }
}
