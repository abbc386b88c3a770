namespace Karkhana.Learning;

/// <summary>What a study tells of a construct for the planning of the next one.</summary>
/// <param name="Construct">The construct.</param>
/// <param name="Firms">The firms with a score.</param>
/// <param name="Places">Their places.</param>
/// <param name="PerPlace">The firms per place that stand for places of different size: Σm²/Σm.</param>
/// <param name="Correlation">The correlation of two firms of one place; may be negative.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
/// <param name="DesignEffect">How many times as many firms places make necessary.</param>
/// <param name="Reliability">The share of the score's variance that is not error.</param>
public sealed record DesignFact(
    string Construct, int Firms, int Places, double PerPlace, double Correlation, double Low, double High, double DesignEffect, double Reliability);
