using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Experiments;

/// <summary>One period of an industry of Nelson and Winter: the market clears, and each firm chooses its investment.</summary>
/// <remarks>
/// q_i = A_i K_i, P = D/Σ q, s_i = q_i/Σ q. Profit per unit of capital π_i = P A_i − c − r. With ρ_i = P A_i/c and the mark-up
/// μ(s) = (1 + (1 − s)ψ)/(1 + (1 − s)ψ − s), a firm wants to invest max(0, 1 + δ − μ(s_i)/ρ_i) per unit of capital and can pay for
/// δ + (1 + b)π_i when π_i > 0, else for δ + π_i; K_i becomes K_i(1 − δ + the smaller of both, at least 0). ψ = 0 gives Cournot's
/// mark-up 1/(1 − s), ψ = 1 gives (2 − s)/(2 − 2s).
/// Source: Nelson and Winter 1982, An Evolutionary Theory of Economic Change, chapter 12, with unit-elastic demand.
/// </remarks>
public sealed class NelsonWinterMarket
{
    private readonly NelsonWinterTerms _terms;
    private readonly double[] _productivity;
    private readonly double[] _capital;

    private NelsonWinterMarket(NelsonWinterTerms terms, double[] productivity, double[] capital, double[] quantity, double demand)
    {
        (_terms, _productivity, _capital, Quantity) = (terms, productivity, capital, quantity);
        Output = Sums.Sum(quantity);
        Price = demand / Output;
    }

    /// <summary>Gets the price.</summary>
    public double Price { get; }

    /// <summary>Gets the output of all firms.</summary>
    public double Output { get; }

    /// <summary>Gets the output of each firm.</summary>
    public IReadOnlyList<double> Quantity { get; }

    /// <summary>Lets the market clear.</summary>
    /// <param name="productivity">Output per unit of capital.</param>
    /// <param name="capital">Capital, not all 0.</param>
    /// <param name="demand">What buyers spend, whatever the price.</param>
    /// <param name="terms">Costs, finance and beliefs.</param>
    /// <returns>The market of the period.</returns>
    public static NelsonWinterMarket Clear(double[] productivity, double[] capital, double demand, NelsonWinterTerms terms)
    {
        ArgumentNullException.ThrowIfNull(productivity);
        ArgumentNullException.ThrowIfNull(capital);
        ArgumentNullException.ThrowIfNull(terms);
        Require.SameLength(productivity.Length, capital.Length, nameof(capital));
        double[] quantity = new double[capital.Length];
        for (int firm = 0; firm < quantity.Length; firm++)
        {
            quantity[firm] = productivity[firm] * capital[firm];
        }

        return new NelsonWinterMarket(terms, productivity, capital, quantity, demand);
    }

    /// <summary>Gives the mark-up over unit cost at which a firm of a given share stops wanting to grow.</summary>
    /// <param name="share">The share of the market, from 0 to 1.</param>
    /// <param name="supplyResponse">ψ.</param>
    /// <returns>Price over cost; infinite for a firm alone that expects no response.</returns>
    public static double Markup(double share, double supplyResponse)
    {
        double response = 1 + ((1 - share) * supplyResponse);
        return response / (response - share);
    }

    /// <summary>Gives the share of a firm.</summary>
    /// <param name="firm">The firm.</param>
    /// <returns>Its share of output, which is its share of sales.</returns>
    public double Share(int firm) => Quantity[firm] / Output;

    /// <summary>Gives the profit of a firm per unit of capital.</summary>
    /// <param name="firm">The firm.</param>
    /// <returns>Price times productivity less cost and research.</returns>
    public double ProfitRate(int firm) => (Price * _productivity[firm]) - _terms.Cost - _terms.ResearchCost;

    /// <summary>Gives what a firm wants to invest per unit of capital, replacement included.</summary>
    /// <param name="firm">The firm.</param>
    /// <returns>At least 0.</returns>
    public double DesiredInvestment(int firm) => Math.Max(
        0, 1 + _terms.Depreciation - (Markup(Share(firm), _terms.SupplyResponse) / (Price * _productivity[firm] / _terms.Cost)));

    /// <summary>Gives what a firm can pay for per unit of capital.</summary>
    /// <param name="firm">The firm.</param>
    /// <returns>May be below 0.</returns>
    public double FinanceableInvestment(int firm)
    {
        double profit = ProfitRate(firm);
        return _terms.Depreciation + (profit > 0 ? profit * (1 + _terms.Bank) : profit);
    }

    /// <summary>Gives the capital of a firm in the next period.</summary>
    /// <param name="firm">The firm.</param>
    /// <returns>Capital left and capital bought.</returns>
    public double NextCapital(int firm) =>
        (_capital[firm] * (1 - _terms.Depreciation)) + (Math.Max(0, Math.Min(DesiredInvestment(firm), FinanceableInvestment(firm))) * _capital[firm]);
}
