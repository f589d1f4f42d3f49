namespace Outreach.FakeServer;

/// <summary>
/// A growing array in segments of 1,024 that is captured by copying its segment pointers: a captured segment is shared until
/// it is written to, and only then copied. The first segment begins small, so that a world of empty tables costs little.
/// </summary>
internal sealed class SegmentedArray<T>
{
    private const int Shift = 10;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;
    private const int First = 8;

    private T[][] _segments = [];
    private bool[] _owned = [];
    private int _used;

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref _segments[index >> Shift][index & Mask];

    public void Set(int index, T value) => Writable(index) = value;

    public ref T Writable(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        int segment = index >> Shift;
        if (!_owned[segment])
        {
            _segments[segment] = (T[])_segments[segment].Clone();
            _owned[segment] = true;
        }

        return ref _segments[segment][index & Mask];
    }

    public int Add(T value)
    {
        int index = Count;
        if (index >> Shift == _used) Grow();
        else if (index < Size && index == _segments[0].Length) Widen();
        Count++;
        Writable(index) = value;
        return index;
    }

    public void Resize(int count, T fill)
    {
        while (Count < count) Add(fill);
    }

    public Capture Take()
    {
        Array.Clear(_owned);
        return new Capture(_segments.AsSpan(0, _used).ToArray(), Count);
    }

    public void Restore(Capture capture)
    {
        _segments = (T[][])capture.Segments.Clone();
        _owned = new bool[_segments.Length];
        _used = _segments.Length;
        Count = capture.Count;
    }

    private void Grow()
    {
        if (_used == _segments.Length)
        {
            Array.Resize(ref _segments, Math.Max(4, _used * 2));
            Array.Resize(ref _owned, _segments.Length);
        }

        _segments[_used] = new T[_used == 0 ? First : Size];
        _owned[_used] = true;
        _used++;
    }

    private void Widen()
    {
        T[] wider = new T[_segments[0].Length * 2];
        Array.Copy(_segments[0], wider, _segments[0].Length);
        _segments[0] = wider;
        _owned[0] = true;
    }

    internal sealed record Capture(T[][] Segments, int Count);
}
