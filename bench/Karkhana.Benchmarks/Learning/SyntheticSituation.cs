namespace Karkhana.Benchmarks.Learning;

/// <summary>What a SYNTHETIC firm faces when it decides on learning.</summary>
internal sealed record SyntheticSituation(double Incentive, double Effectiveness, double UnitCost, double Slack, double LeastEffort);
