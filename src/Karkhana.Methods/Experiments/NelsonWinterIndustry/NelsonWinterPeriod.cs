namespace Karkhana.Methods.Experiments;

/// <summary>The industry in one period.</summary>
/// <param name="Price">The price.</param>
/// <param name="Output">The output of all firms.</param>
/// <param name="Capital">The capital of each firm.</param>
/// <param name="ProfitRate">The profit of each firm per unit of capital.</param>
public sealed record NelsonWinterPeriod(double Price, double Output, IReadOnlyList<double> Capital, IReadOnlyList<double> ProfitRate);
