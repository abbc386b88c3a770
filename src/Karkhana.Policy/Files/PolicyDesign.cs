namespace Karkhana.Policy;

/// <summary>What a programme promises beyond numbers; null where its description does not say.</summary>
public sealed record PolicyDesign
{
    /// <summary>Gets whether firms were asked what they need before the content was fixed.</summary>
    public bool? NeedsAsked { get; init; }

    /// <summary>Gets whether firms choose content or provider.</summary>
    public bool? FirmsChoose { get; init; }

    /// <summary>Gets whether groups are formed around a problem that their firms share.</summary>
    public bool? CommonProblem { get; init; }

    /// <summary>Gets whether it helps firms to organise a body of their own that goes on.</summary>
    public bool? SelfHelpBody { get; init; }

    /// <summary>Gets the share of the cost that firms pay, from 0 to 1.</summary>
    public double? FirmShare { get; init; }

    /// <summary>Gets whether providers compete or are paid by result.</summary>
    public bool? ProvidersCompete { get; init; }
}
