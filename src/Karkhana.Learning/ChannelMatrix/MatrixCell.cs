using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What the matrix says about one advantage and one channel.</summary>
public sealed record MatrixCell
{
    /// <summary>Gets the sign: +, 0 or -.</summary>
    /// <value>Required.</value>
    public required string Sign
    {
        get;
        init
        {
            Require.That(value is "+" or "0" or "-", nameof(Sign), $"must be +, 0 or -; it was {value}");
            field = value;
        }
    }

    /// <summary>Gets the strength: an ordinal prior for display, not an estimate.</summary>
    /// <value>From 0 to 2.</value>
    public required double Strength { get; init => field = Require.Between(value, 0, 2); }

    /// <summary>Gets the confidence: high, medium or low.</summary>
    /// <value>Required.</value>
    public required string Confidence
    {
        get;
        init
        {
            Require.That(
                value is "high" or "medium" or "low", nameof(Confidence),
                $"must be high, medium or low; it was {value}");
            field = value;
        }
    }

    /// <summary>Gets where the cell comes from.</summary>
    /// <value>Required.</value>
    public required string Source { get; init; }

    /// <summary>Gets why the advantage is thought to press this way, in a sentence.</summary>
    /// <value>May be left out; the default has one for each cell that is not 0.</value>
    public string? Rationale
    {
        get;
        init
        {
            Require.That(value is null or { Length: > 0 and <= 200 }, nameof(Rationale), $"must have 1 to 200 characters; it had {value?.Length}");
            field = value;
        }
    }

    /// <summary>Gets the signed strength.</summary>
    internal double Value => Sign switch
    {
        "+" => Strength,
        "-" => -Strength,
        _ => 0,
    };
}
