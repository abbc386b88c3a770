namespace Karkhana.Policy;

/// <summary>The search for the set of policies that is worth most within a budget.</summary>
internal sealed class PortfolioSearch
{
    private readonly IReadOnlyList<PricedPolicy> _policies;
    private readonly IReadOnlyList<double> _values;
    private readonly double _budget;
    private readonly int _most;
    private readonly int[] _order;
    private readonly List<int> _current = [];
    private int[] _best = [];
    private double _bestValue;
    private double _bestCost;

    public PortfolioSearch(IReadOnlyList<PricedPolicy> policies, IReadOnlyList<double> values, double budget, int most)
    {
        (_policies, _values, _budget, _most) = (policies, values, budget, most);
        _order = [.. Enumerable.Range(0, policies.Count)
            .Where(place => values[place] > 0 && policies[place].Cost <= budget)
            .OrderByDescending(place => values[place] / policies[place].Cost) // infinite for what costs nothing: first
            .ThenBy(place => policies[place].Policy.Id, StringComparer.Ordinal)];
    }

    public int[] Exact()
    {
        (_best, _bestValue, _bestCost) = ([], 0, 0);
        Branch(0, 0, 0);
        return InOrder(_best);
    }

    public int[] Greedy()
    {
        List<int> chosen = [];
        double cost = 0;
        foreach (int place in _order.Where(_ => chosen.Count < _most))
        {
            if (chosen.Count < _most && cost + _policies[place].Cost <= _budget)
            {
                chosen.Add(place);
                cost += _policies[place].Cost;
            }
        }

        int single = _order.OrderByDescending(place => _values[place]).FirstOrDefault(-1);
        return single >= 0 && _values[single] > ValueOf(chosen) ? [single] : InOrder(chosen);
    }

    /// <summary>Gives a value that no set that fits exceeds.</summary>
    public double Bound() => BoundFrom(0, 0, 0);

    public double ValueOf(IReadOnlyCollection<int> places) => places.Order().Sum(place => _values[place]);

    private void Branch(int next, double value, double cost)
    {
        if (IsBetter(value, cost))
        {
            (_best, _bestValue, _bestCost) = ([.. _current], value, cost);
        }

        if (next == _order.Length || _current.Count == _most || BoundFrom(next, value, cost) < _bestValue)
        {
            return;
        }

        int place = _order[next];
        if (cost + _policies[place].Cost <= _budget)
        {
            _current.Add(place);
            Branch(next + 1, value + _values[place], cost + _policies[place].Cost);
            _current.RemoveAt(_current.Count - 1);
        }

        Branch(next + 1, value, cost);
    }

    private bool IsBetter(double value, double cost) => value > _bestValue
        || (value == _bestValue && (cost < _bestCost || (cost == _bestCost && string.CompareOrdinal(Name(_current), Name(_best)) < 0)));

    // The lesser of two relaxations: fractions of policies within the budget, and the greatest values within the number.
    private double BoundFrom(int next, double value, double cost)
    {
        double left = _budget - cost;
        double fractions = value;
        foreach (int place in _order.Skip(next))
        {
            double share = _policies[place].Cost <= left ? 1 : left / _policies[place].Cost;
            fractions += share * _values[place];
            left -= share * _policies[place].Cost;
            if (share < 1)
            {
                break;
            }
        }

        double greatest = value + _order.Skip(next).Select(place => _values[place]).OrderDescending().Take(_most - _current.Count).Sum();
        // A little above, since sums in another order may round to less.
        return Math.Min(fractions, greatest) * (1 + 1e-12);
    }

    private string Name(IEnumerable<int> places) => string.Join('+', places.Select(place => _policies[place].Policy.Id).Order(StringComparer.Ordinal));

    private static int[] InOrder(IEnumerable<int> places) => [.. places.Order()];
}
