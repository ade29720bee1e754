package pdf

import (
	"context"
	"fmt"
	"math"

	"nianbao/page"
)

// leaf is one page of the page tree, with what it inherits.
type leaf struct {
	dict          *object
	resources     *object
	base          matrix // from user space to the page as seen, top left origin
	width, height float64
}

// inherited are the attributes that a node of the page tree hands down.
type inherited struct{ resources, media, crop, rotate *object }

// pages walks the page tree in reading order.
func (f *file) pages(ctx context.Context) ([]leaf, error) {
	w := treeWalk{ctx: ctx, file: f, visited: map[*object]bool{}}
	if err := w.walk(f.trailer.key("Root").key("Pages"), inherited{}, 0); err != nil {
		return nil, err
	}
	if len(w.leaves) == 0 {
		return nil, &page.Fault{Code: page.FaultDamaged, Detail: "no pages found"}
	}
	return w.leaves, nil
}

type treeWalk struct {
	ctx     context.Context
	file    *file
	visited map[*object]bool
	leaves  []leaf
}

func (w *treeWalk) walk(node *object, from inherited, depth int) error {
	if node == nil || w.visited[node] || depth > maxTreeDepth {
		return nil
	}
	w.visited[node] = true
	if err := w.ctx.Err(); err != nil {
		return err
	}
	pass := func(to **object, key string) {
		if o := node.key(key); o != nil {
			*to = o
		}
	}
	pass(&from.resources, "Resources")
	pass(&from.media, "MediaBox")
	pass(&from.crop, "CropBox")
	pass(&from.rotate, "Rotate")
	kids := node.key("Kids")
	if kids == nil || node.key("Type").name() == "Page" {
		if len(w.leaves) >= w.file.lim.Pages {
			return &page.Fault{Code: page.FaultTooLarge, Detail: fmt.Sprintf("more than %d pages", w.file.lim.Pages)}
		}
		w.leaves = append(w.leaves, newLeaf(node, from))
		return nil
	}
	for i := range kids.len() {
		kid := kids.at(i)
		if !kid.is(kindDict) {
			return &page.Fault{Code: page.FaultDamaged, Page: len(w.leaves) + 1, Detail: "page is missing"}
		}
		if err := w.walk(kid, from, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// letter is the page size that readers take where a file names none.
var letter = page.Box{X1: 612, Y1: 792}

// newLeaf works out how a page is shown: its crop box, turned by /Rotate.
func newLeaf(dict *object, from inherited) leaf {
	media, ok := boxOf(from.media)
	if !ok || media.Width() <= 0 || media.Height() <= 0 {
		media = letter
	}
	box := media
	if crop, ok := boxOf(from.crop); ok {
		if both, ok := intersect(crop, media); ok && both.Width() > 0 && both.Height() > 0 {
			box = both
		}
	}
	unit := dict.key("UserUnit").number(1)
	if unit <= 0 || unit > 1000 {
		unit = 1
	}
	l := leaf{dict: dict, resources: from.resources}
	w, h := box.Width()*unit, box.Height()*unit
	u := unit
	switch quarter := int(math.Round(from.rotate.float()/90)) & 3; quarter {
	case 0:
		l.base, l.width, l.height = matrix{u, 0, 0, -u, -box.X0 * u, box.Y1 * u}, w, h
	case 1:
		l.base, l.width, l.height = matrix{0, u, u, 0, -box.Y0 * u, -box.X0 * u}, h, w
	case 2:
		l.base, l.width, l.height = matrix{-u, 0, 0, u, box.X1 * u, -box.Y0 * u}, w, h
	case 3:
		l.base, l.width, l.height = matrix{0, -u, -u, 0, box.Y1 * u, box.X1 * u}, h, w
	}
	return l
}
